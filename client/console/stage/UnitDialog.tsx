// A unit withdraws, joins another one, or comes back: each with its reason on record.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useExpects, useView } from '../parts/console-context.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './AgendaDialogs.module.css';

const ACTS = {
  withdraw: 'WithdrawSubject',
  combine: 'CombineSubjects',
  restore: 'RestoreSubject',
} as const;
type Act = keyof typeof ACTS;

export function UnitDialog({
  about,
  onClose,
}: {
  /** The unit that was pressed, null where none was. */
  readonly about: SubjectId | null;
  readonly onClose: () => void;
}) {
  const words = useText(consoleAgendaText);
  const subjects = useView((view) => view.subjects);
  const isOut = subjects.some(({ id, out }) => id === about && out !== null);
  const [act, setAct] = useState<Act>(isOut ? 'restore' : 'withdraw');
  const [chosen, setChosen] = useState<SubjectId | null>(about);
  const [into, setInto] = useState<SubjectId | null>(null);
  const [expects] = useState(useExpects(ACTS[act]));
  const taking = subjects.filter(({ out }) => out === null);
  const listed = act === 'restore' ? subjects.filter(({ out }) => out !== null) : taking;
  const subject = (listed.find(({ id }) => id === chosen) ?? listed[0])?.id;
  const others = taking.filter(({ id }) => id !== subject);
  const target = (others.find(({ id }) => id === into) ?? others[0])?.id;
  return (
    <Dialog title={words.unitTitle} onClose={onClose}>
      <ReasonedForm
        act={ACTS[act]}
        label={words.unitActs[act]}
        blocked={
          subject === undefined
            ? words[act === 'restore' ? 'noneOut' : 'noUnits']
            : act === 'combine' && target === undefined
              ? words.same
              : null
        }
        command={(reason) => commandOf(act, subject, target, reason)}
        expects={expects}
        onClose={onClose}
      >
        <Choice<Act>
          label={words.unitAct}
          value={act}
          options={words.unitActs}
          note={words.unitMeans[act]}
          onChange={setAct}
        />
        <div className={styles['pair']}>
          <Select
            label={words.allUnits}
            value={subject ?? ''}
            options={optionsOf(listed)}
            disabled={listed.length === 0}
            onChange={setChosen}
          />
          {act === 'combine' && (
            <Select
              label={words.into}
              value={target ?? ''}
              options={optionsOf(others)}
              onChange={setInto}
            />
          )}
        </div>
      </ReasonedForm>
    </Dialog>
  );
}

function optionsOf(subjects: readonly ShownSubject[]) {
  return subjects.map(({ id, name }) => ({ value: id, label: `${id} ${name}` }));
}

function commandOf(
  act: Act,
  subject: SubjectId | undefined,
  into: SubjectId | undefined,
  reason: string,
): StaffCommandOf<(typeof ACTS)[Act]> | null {
  if (subject === undefined) return null;
  if (act === 'withdraw') return { type: 'WithdrawSubject', subject, reason };
  if (act === 'restore') return { type: 'RestoreSubject', subject, reason };
  return into === undefined ? null : { type: 'CombineSubjects', from: subject, into, reason };
}
