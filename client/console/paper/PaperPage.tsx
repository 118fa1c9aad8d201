// Paper ballots to print for people without a phone: which one, how many, and the pages as they come out.
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { awayText } from '../../../shared/text/away.ts';
import { commonText } from '../../../shared/text/common.ts';
import { paperText } from '../../../shared/text/paper.ts';
import { printedText } from '../../../shared/text/printed.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { NAMESPACE } from '../../../shared/protocol.ts';
import type { StaffView } from '../../../shared/views/slices/staff-slices.ts';
import { useLive, useWhole } from '../../live/use-live.ts';
import type { Live } from '../../live/view-store.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import { useTitle } from '../../ui/title.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import { endsSession, useReopening } from '../parts/session.ts';
import { SessionBar } from '../SessionBar.tsx';
import print from '../print.module.css';
import shell from '../shell.module.css';
import { choicesOf, type Choice } from './choices.ts';
import { pagesOf } from './pages.tsx';
import styles from './Paper.module.css';

const MOST_COPIES = 50;

export function PaperPage({ code }: { readonly code: string }) {
  const common = useText(commonText);
  const live = useLive<StaffView>(NAMESPACE.staff, code);
  return (
    <main className={`${shell['console'] ?? ''} ${print['cover'] ?? ''}`}>
      {live ? <Connected live={live} code={code} /> : common.loading}
    </main>
  );
}

function Connected({ live, code }: { readonly live: Live<StaffView>; readonly code: string }) {
  const text = useText(paperText);
  const { back } = useText(printedText);
  const common = useText(commonText);
  const away = useText(awayText);
  const language = useLanguage();
  const { view, status, ended, held } = useWhole(live);
  useTitle(text.title, view?.control.stage.meeting.title);
  useReopening(live);
  if (view && (!ended || endsSession(ended)))
    return (
      <>
        <Desk view={view} code={code} />
        <SessionBar zone={view.control.stage.meeting.zone} />
      </>
    );
  const why = ended ?? held;
  return (
    <div className={styles['alone']}>
      <p role="alert">
        {why
          ? refusalSentence(language, why)
          : status === 'offline'
            ? away.unreachable
            : common.loading}
      </p>
      <p>
        <Link href={`/m/${code}/console`}>{back}</Link>
      </p>
    </div>
  );
}

function Desk({ view, code }: { readonly view: StaffView; readonly code: string }) {
  const text = useText(paperText);
  const { back } = useText(printedText);
  const { agenda, control, desk, setup, subjects } = view;
  const { title, rehearsal } = control.stage.meeting;
  const { choices, usual } = useMemo(
    () => choicesOf({ agenda, control, desk, setup, subjects }),
    [agenda, control, desk, setup, subjects],
  );
  const [picked, setPicked] = useState<string | null>(null);
  const [copies, setCopies] = useState<number | null>(1);
  const choice =
    choices.find(({ key }) => key === picked) ?? choices.find(({ key }) => key === usual);
  const fits = copies !== null && Number.isInteger(copies) && copies >= 1 && copies <= MOST_COPIES;
  const { pages, apart } = useMemo(
    () =>
      choice && fits ? pagesOf({ choice, copies, title, rehearsal }) : { pages: [], apart: false },
    [choice, fits, copies, title, rehearsal],
  );
  return (
    <>
      <nav className={`${print['bar'] ?? ''} ${styles['bar'] ?? ''}`} aria-label={text.title}>
        <Link href={`/m/${code}/console`}>{back}</Link>
        {choice && (
          <>
            <Select
              label={text.which}
              value={choice.key}
              options={choices.map((one) => ({ value: one.key, label: labelOf(one, text) }))}
              onChange={setPicked}
            />
            <NumberField label={text.copies} value={copies} onChange={setCopies} />
            <Button
              kind="ink"
              blocked={fits ? null : text.copiesRange(MOST_COPIES)}
              onClick={() => {
                window.print();
              }}
            >
              {text.print(pages.length)}
            </Button>
          </>
        )}
        <p className={styles['hint']}>
          {choice ? text.hint : text.noSheet} {apart && text.tooMany}
        </p>
        <LanguageSwitch />
      </nav>
      <div className={print['pages']}>{pages}</div>
    </>
  );
}

function labelOf({ kind, units, sheet, groups }: Choice, text: (typeof paperText)['zh']): string {
  const label = {
    live: text.live(units[0] ?? ''),
    written: text.written(units.length),
    blank: text.blank(sheet.name),
  }[kind];
  return [label, ...groups].join(' · ');
}
