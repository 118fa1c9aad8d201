// The meeting itself: title, zone, retention; its minutes; its files; and, once the day has come, the erasure of people's data.
import { useId } from 'react';
import { Link } from 'wouter';
import { isRetentionOver } from '../../../shared/meeting/retention.ts';
import { consoleMeetingText } from '../../../shared/text/console/meeting.ts';
import { isZone } from '../../../shared/zone.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { Field } from '../../ui/Field.tsx';
import { useNow } from '../../ui/now.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { useClockOffset, useCommands, useConsole, useView } from '../parts/console-context.ts';
import { Locked } from '../parts/Locked.tsx';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { useDraft } from '../parts/use-draft.ts';
import { FilesPart } from './FilesPart.tsx';
import { SaveBar } from './SaveBar.tsx';
import { StepHeader } from './StepHeader.tsx';
import styles from './Scheme.module.css';

interface Details {
  readonly title: string;
  readonly zone: string;
  readonly retainUntil: string;
}

export function MeetingStep() {
  const text = useText(consoleMeetingText);
  const { code } = useConsole();
  return (
    <section>
      <StepHeader title={text.place} lead={text.lead} />
      <DetailsForm />
      <section className={styles['part']}>
        <h3>{text.minutes}</h3>
        <p>
          {text.minutesLead} <Link href={`/m/${code}/console/minutes`}>{text.minutes}</Link>
        </p>
      </section>
      <FilesPart />
      <Erasure />
    </section>
  );
}

function DetailsForm() {
  const text = useText(consoleMeetingText);
  const { title, zone } = useView((view) => view.control.stage.meeting);
  const retainUntil = useView((view) => view.setup.retainUntil);
  const draft = useDraft<Details>('ChangeMeeting', 'meeting/details', { title, zone, retainUntil });
  const { value } = draft;
  const id = useId();
  const set = setterOf(value, draft.change);
  return (
    <section className={styles['part']}>
      <Locked act="ChangeMeeting">
        <div className={styles['rules']}>
          <div className={styles['wide']}>
            <Field
              label={text.title}
              value={value.title}
              maxLength={120}
              live
              onText={set('title')}
            />
          </div>
          <Field
            label={text.zone}
            value={value.zone}
            maxLength={64}
            spellCheck={false}
            live
            onText={set('zone')}
          />
          <div className={styles['date']}>
            <label htmlFor={id}>{text.retainUntil}</label>
            <input
              id={id}
              type="date"
              value={value.retainUntil}
              onChange={(event) => {
                set('retainUntil')(event.target.value);
              }}
            />
          </div>
        </div>
      </Locked>
      <SaveBar
        draft={draft}
        label={text.save}
        blocked={flawOf(value, text)}
        command={() => ({ type: 'ChangeMeeting', ...value, title: value.title.trim() })}
      />
    </section>
  );
}

function Erasure() {
  const text = useText(consoleMeetingText);
  const language = useLanguage();
  const { zone } = useView((view) => view.control.stage.meeting);
  const { retainUntil, erasedAt } = useView((view) => view.setup);
  const { give, waiting, trouble } = useCommands();
  const now = useNow(useClockOffset(), 60_000);
  return (
    <section className={styles['part']}>
      <h3>{text.erase}</h3>
      {erasedAt === null ? (
        <>
          <p>{text.eraseLead(retainUntil)}</p>
          <p>{text.eraseKeeps}</p>
          <p>
            <SureButton
              act="ErasePeople"
              label={text.eraseButton}
              blocked={
                isRetentionOver({ retainUntil, zone }, now) ? null : text.notYet(retainUntil)
              }
              waiting={waiting}
              onSure={() => void give({ type: 'ErasePeople' })}
            />
          </p>
          <Notice trouble={trouble} />
        </>
      ) : (
        <p>{text.erased(dateTimeIn(zone, language, erasedAt))}</p>
      )}
    </section>
  );
}

function flawOf(
  { title, zone, retainUntil }: Details,
  text: (typeof consoleMeetingText)['zh'],
): string | null {
  if (title.trim() === '') return text.titleMissing;
  if (!isZone(zone)) return text.zoneUnknown;
  return retainUntil === '' ? text.dateMissing : null;
}
