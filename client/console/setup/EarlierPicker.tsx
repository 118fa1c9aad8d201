// Whence those are taken who were drawn before: a draw of another meeting on this server, or a file; then whom it finds here.
import { useEffect, useState } from 'react';
import { matchEarlier, type EarlierEntry } from '../../../shared/meeting/draws/earlier.ts';
import type { DrawPurpose, Earlier } from '../../../shared/meeting/agenda/item.ts';
import { own } from '../../../shared/own.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { earlierText } from '../../../shared/text/console/earlier.ts';
import type { EarlierDraw } from '../../../shared/views/draws/drawn-earlier.ts';
import type { MeetingName } from '../../home/meetings.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { useAction } from '../parts/use-action.ts';
import { reviewersOf } from './choose-people.ts';
import { EarlierMatches } from './EarlierMatches.tsx';
import type { EarlierList } from './earlier-file.ts';
import { EarlierFile } from './EarlierFile.tsx';
import styles from './DrawWithout.module.css';

/** The longest name that is kept of where somebody was drawn. */
const LONGEST_FROM = 120;

interface Source {
  readonly from: string;
  readonly zone: string;
  readonly lists: readonly EarlierList[];
}

export function EarlierPicker({
  of,
  onConfirm,
  onClose,
}: {
  readonly of: 'people' | 'units';
  readonly onConfirm: (earlier: Earlier) => void;
  readonly onClose: () => void;
}) {
  const text = useText(earlierText);
  const present = usePresent(of);
  const [source, setSource] = useState<Source | null>(null);
  const [at, setAt] = useState(0);
  const take = (next: Source | null) => {
    setSource(next);
    setAt(0);
  };
  const list = source?.lists[at];
  return (
    <div className={styles['picker']}>
      <OtherMeetings of={of} onTake={take} />
      <EarlierFile
        {...{ of, present }}
        onTake={(from, lists) => {
          take(lists && { from, zone: 'UTC', lists });
        }}
      />
      {source?.lists.length === 0 && <Remark>{text.nothing}</Remark>}
      {source && source.lists.length > 1 && <WhichDraw source={source} at={at} onChoose={setAt} />}
      {source && list && (
        <EarlierMatches
          key={`${source.from}/${at}`}
          people={of === 'people'}
          matches={matchEarlier(list.entries, present)}
          present={present}
          onConfirm={(ids) => {
            onConfirm({ from: source.from.trim().slice(0, LONGEST_FROM), ids });
          }}
        />
      )}
      <Button onClick={onClose}>{text.close}</Button>
    </div>
  );
}

/** Who can be found: the roster's people or units, by the name that it has. */
function usePresent(of: 'people' | 'units') {
  const subjects = useView((view) => view.subjects);
  const people = useView((view) => view.people);
  if (of === 'units')
    return subjects.map(({ id, name, apart }): PresentOne => ({ id, name: apart?.own ?? name }));
  return reviewersOf(people).map(({ reviewer, name, apart }): PresentOne => ({
    id: reviewer,
    name: apart?.own ?? name,
  }));
}

interface PresentOne {
  readonly id: string;
  readonly name: string;
}

function OtherMeetings({
  of,
  onTake,
}: {
  readonly of: 'people' | 'units';
  readonly onTake: (source: Source | null) => void;
}) {
  const text = useText(earlierText);
  const { code } = useConsole();
  const [meetings, setMeetings] = useState<readonly MeetingName[] | null>(null);
  const [chosen, setChosen] = useState('');
  const [empty, setEmpty] = useState(false);
  const { run, trouble, busy } = useAction();
  useEffect(() => {
    let gone = false;
    void call<{ readonly meetings: readonly MeetingName[] }>('/api/meetings').then((answer) => {
      if (!gone) setMeetings(answer.ok ? answer.meetings : []);
    });
    return () => {
      gone = true;
    };
  }, []);
  if (!meetings) return null;
  const others = meetings.filter((one) => one.code !== code);
  if (others.length === 0) return <Remark>{text.noMeetings}</Remark>;
  const choose = async (next: string) => {
    setChosen(next);
    setEmpty(false);
    onTake(null);
    const meeting = others.find((one) => one.code === next);
    if (!meeting) return;
    const came = await run(() =>
      call<{ readonly draws: readonly EarlierDraw[] }>(`/m/${encodeURIComponent(next)}/api/drawn`),
    );
    if (!came) return;
    const draws = came.draws.filter((one) => one.of === of);
    setEmpty(draws.length === 0);
    if (draws.length === 0) return;
    onTake({
      from: meeting.title,
      zone: meeting.zone,
      lists: draws.map(({ purpose, lockedAt, drawn }) => ({
        ...{ draw: purpose, lockedAt, entries: drawn satisfies readonly EarlierEntry[] },
      })),
    });
  };
  return (
    <>
      <Select<string>
        label={text.meeting}
        value={chosen}
        disabled={busy}
        options={[
          { value: '', label: text.chooseMeeting },
          ...others.map(({ code: value, title }) => ({ value, label: `${title} (${value})` })),
        ]}
        onChange={(next) => void choose(next)}
      />
      {empty && <Remark>{text.noDraws}</Remark>}
      <Notice trouble={trouble} />
    </>
  );
}

function WhichDraw({
  source: { lists, zone },
  at,
  onChoose,
}: {
  readonly source: Source;
  readonly at: number;
  readonly onChoose: (at: number) => void;
}) {
  const text = useText(earlierText);
  const language = useLanguage();
  const names: Readonly<Record<string, string>> = useText(consoleText).purposes satisfies Record<
    DrawPurpose,
    string
  >;
  return (
    <Select<string>
      label={text.draw}
      value={String(at)}
      options={lists.map(({ draw, lockedAt, entries }, n) => ({
        value: String(n),
        label: text.drawn(
          own(names, draw) ?? draw,
          dateTimeIn(zone, language, Date.parse(lockedAt)),
          entries.length,
        ),
      }))}
      onChange={(next) => {
        onChoose(Number(next));
      }}
    />
  );
}
