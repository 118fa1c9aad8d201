// What the open written round is about: units ticked or not, with the reason that goes on record.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { consoleWrittenText } from '../../../shared/text/console-written.ts';
import type { RoundId, SubjectId } from '../../../shared/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import styles from './WrittenPanel.module.css';

export function RoundSubjects({
  round,
  onClose,
}: {
  readonly round: RoundId;
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(consoleWrittenText);
  const subjects = useView((view) => view.subjects);
  const agenda = useView((view) => view.agenda);
  const rows = useView((view) => view.board.rows);
  const now = useView(
    (view) => view.desk.open.find((one) => one.round === round)?.subjects ?? NONE,
  );
  const [picked, setPicked] = useState<ReadonlySet<SubjectId>>(() => new Set(now));
  const [search, setSearch] = useState('');
  const [reason, setReason] = useState('');
  const { give, busy, trouble } = useCommands();
  const presents = new Set(
    agenda.flatMap(({ item }) => (item.kind === 'presentation' ? [item.subject] : [])),
  );
  const scored = new Set(
    rows.filter((row) => row.round !== round).map(({ subject }) => subject.id),
  );
  const query = search.normalize('NFKC').trim().toLowerCase();
  const listed = subjects.filter(({ name }) =>
    name.normalize('NFKC').toLowerCase().includes(query),
  );
  const isSame = picked.size === now.length && now.every((id) => picked.has(id));
  const remark = (id: SubjectId, out: string | null) =>
    out !== null
      ? words.out
      : scored.has(id)
        ? words.scored
        : presents.has(id)
          ? words.onStage
          : '';
  return (
    <form
      className={styles['change']}
      aria-label={words.change}
      onSubmit={(event) => {
        event.preventDefault();
        const chosen = subjects.flatMap(({ id }) => (picked.has(id) ? [id] : []));
        void give({
          type: 'SetRoundSubjects',
          round,
          subjects: chosen,
          reason: reason.trim(),
        }).then((done) => {
          if (done) onClose();
        });
      }}
    >
      <p>{words.changeMeans}</p>
      <Field
        label={words.find}
        type="search"
        value={search}
        hint={words.chosen(picked.size, now.length)}
        onChange={(event) => {
          setSearch(event.target.value);
        }}
      />
      <ul className={styles['units']}>
        {listed.map(({ id, name, category, out }) => (
          <li key={id}>
            <label>
              <input
                type="checkbox"
                checked={picked.has(id)}
                disabled={out !== null && !picked.has(id)}
                onChange={() => {
                  setPicked((before) => toggled(before, id));
                }}
              />
              <CategoryMark mark={category.mark} hue={category.hue} label={category.name} />
              <span>{name}</span>
              <small>{remark(id, out)}</small>
            </label>
          </li>
        ))}
      </ul>
      <Field
        label={text.reason.label}
        hint={text.reason.hint}
        value={reason}
        maxLength={400}
        onChange={(event) => {
          setReason(event.target.value);
        }}
      />
      <div className={styles['buttons']}>
        <ActButton
          area="desk"
          type="submit"
          kind="ink"
          label={words.save}
          blocked={
            picked.size === 0
              ? words.none
              : isSame
                ? words.same
                : reason.trim() === ''
                  ? text.reason.missing
                  : null
          }
          waiting={busy ? text.sending : null}
        />
        <Button onClick={onClose}>{text.cancel}</Button>
      </div>
      <Notice trouble={trouble} />
    </form>
  );
}

const NONE: readonly SubjectId[] = [];

function toggled(before: ReadonlySet<SubjectId>, id: SubjectId): ReadonlySet<SubjectId> {
  const after = new Set(before);
  if (!after.delete(id)) after.add(id);
  return after;
}
