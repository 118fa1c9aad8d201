// What was understood of a roster file, or everything that stands in the way of taking it.
import { consoleText } from '../../../shared/text/console.ts';
import { noteSentence, problemSentence } from '../../../shared/text/roster.ts';
import type { Problem } from '../../../shared/roster/problem.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { Remark } from '../parts/Notice.tsx';
import type { Part, Preview, RosterKind } from './roster-file.ts';
import styles from './Roster.module.css';

/** A file of the wrong kind has one problem a row: nobody reads ten thousand. */
const MOST_PROBLEMS = 100;
const SAMPLE = 8;

export function PartCounts({
  total,
  parts,
}: {
  readonly total: string;
  readonly parts: readonly Part[];
}) {
  return (
    <ul className={styles['parts']}>
      <li className={styles['total']}>{total}</li>
      {parts.map(({ name, count }) => (
        <li key={name}>
          {name} <b>{count}</b>
        </li>
      ))}
    </ul>
  );
}

export function ProblemList({
  file,
  problems,
}: {
  readonly file: string;
  readonly problems: readonly Problem[];
}) {
  const text = useText(consoleText).roster;
  const language = useLanguage();
  return (
    <div className={styles['found']} role="alert">
      <h4>{text.problems(file, problems.length)}</h4>
      <ol className={styles['problems']}>
        {problems.slice(0, MOST_PROBLEMS).map((problem, n) => (
          <li key={n}>{problemSentence(language, problem)}</li>
        ))}
      </ol>
      {problems.length > MOST_PROBLEMS && (
        <p className={styles['more']}>{text.moreProblems(problems.length - MOST_PROBLEMS)}</p>
      )}
    </div>
  );
}

export function RosterPreview({
  kind,
  file,
  preview,
  busy,
  onStore,
  onDrop,
}: {
  readonly kind: RosterKind;
  readonly file: string;
  readonly preview: Preview;
  readonly busy: boolean;
  readonly onStore: () => void;
  readonly onDrop: () => void;
}) {
  const text = useText(consoleText);
  const words = text.roster;
  const language = useLanguage();
  const { count, sample, notes } = preview;
  return (
    <div className={styles['found']}>
      <h4>{preview.stored ? words.stored(file) : words.understood(file)}</h4>
      <PartCounts
        total={words.total[kind](count)}
        parts={preview.categories ?? preview.groups ?? []}
      />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>{words.id}</th>
            <th>{words.name}</th>
            <th>{words.part[kind]}</th>
            {kind === 'reviewers' && <th>{words.recusals}</th>}
          </tr>
        </thead>
        <tbody>
          {sample.slice(0, SAMPLE).map((row) => (
            <tr key={row.id}>
              <td>{row.id}</td>
              <td>{row.name}</td>
              <td>{row.category ?? row.group}</td>
              {kind === 'reviewers' && <td>{(row.recusals ?? []).join(text.and)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {count > Math.min(SAMPLE, sample.length) && (
        <p className={styles['more']}>{words.more(count - Math.min(SAMPLE, sample.length))}</p>
      )}
      {notes.map((note, n) => (
        <Remark key={n}>{noteSentence(language, note)}</Remark>
      ))}
      <div className={styles['buttons']}>
        {!preview.stored && (
          <ActButton
            area="roster"
            kind="ink"
            label={words.store[kind](count)}
            waiting={busy ? text.sending : null}
            onClick={onStore}
          />
        )}
        <Button onClick={onDrop}>{preview.stored ? words.done : words.discard}</Button>
      </div>
    </div>
  );
}
