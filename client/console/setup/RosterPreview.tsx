// What was understood of a roster file, or everything that stands in the way of taking it.
import { consoleText } from '../../../shared/text/console.ts';
import { noteSentence, problemSentence, rosterText } from '../../../shared/text/roster.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { QuotaColumns } from './QuotaColumns.tsx';
import { IMPORTS, type Findings, type Part, type Preview, type RosterKind } from './roster-file.ts';
import styles from './Roster.module.css';

/** A file of the wrong kind has one problem a row: nobody reads ten thousand. */
const MOST_PROBLEMS = 100;
const SAMPLE = 8;
/** Where many rows bear remarks, the first few stand for them. */
const FIRST_NOTES = 3;

export function PartCounts({
  total,
  parts,
}: {
  readonly total: string;
  readonly parts: readonly Part[];
}) {
  return (
    <ul className={styles['parts']}>
      <li className="bold">{total}</li>
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
  findings: { problems, more = 0 },
}: {
  readonly file: string;
  readonly findings: Findings;
}) {
  const text = useText(consoleText).roster;
  const language = useLanguage();
  const count = problems.length + more;
  const ofWhole = count === 1 && problems[0]?.row === undefined;
  return (
    <div className={styles['found']} role="alert">
      <h4>{ofWhole ? text.notTaken(file) : text.problems(file, count)}</h4>
      <ol className={styles['problems']}>
        {problems.slice(0, MOST_PROBLEMS).map((problem, n) => (
          <li key={n}>{problemSentence(language, problem)}</li>
        ))}
      </ol>
      {count > MOST_PROBLEMS && <p className="quiet">{text.moreProblems(count - MOST_PROBLEMS)}</p>}
    </div>
  );
}

export function RosterPreview({
  kind,
  file,
  preview,
  changed,
  busy,
  onStore,
  onQuotas,
  onDrop,
}: {
  readonly kind: RosterKind;
  readonly file: string;
  readonly preview: Preview;
  /** What was seen before has changed: this is what would be stored now. */
  readonly changed: boolean;
  readonly busy: boolean;
  readonly onStore: () => void;
  /** Quotas are to be set by these columns. */
  readonly onQuotas: (headings: readonly string[]) => void;
  readonly onDrop: () => void;
}) {
  const text = useText(consoleText);
  const words = text.roster;
  const subjects = useView((view) => view.subjects);
  const unitOf = (id: string) => subjects.find((subject) => subject.id === id)?.name ?? id;
  const { count, sample, notes, change } = preview;
  const isThere = change.nothing;
  if (preview.stored)
    return (
      <div className={styles['found']} role="status">
        <h4>{isThere ? words.alreadyThere[kind](file, count) : words.stored(file)}</h4>
        {!isThere && <Compared change={change} />}
      </div>
    );
  return (
    <div className={styles['found']} role="status">
      <h4>{isThere ? words.alreadyThere[kind](file, count) : words.understood(file)}</h4>
      {changed && <p className="bold">{words.changed}</p>}
      {!isThere && <Compared change={change} />}
      <ReadFrom kind={kind} preview={preview} />
      <PartCounts
        total={words.total[kind](count)}
        parts={preview.categories ?? preview.groups ?? []}
      />
      <table className={styles['table']}>
        <thead>
          <tr>
            <th>{words.id}</th>
            <th>{words.name[kind]}</th>
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
              {kind === 'reviewers' && <td>{(row.recusals ?? []).map(unitOf).join(text.and)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      {count > Math.min(SAMPLE, sample.length) && (
        <p className="quiet">{words.more(count - Math.min(SAMPLE, sample.length))}</p>
      )}
      {preview.attributes && preview.attributes.length > 0 && (
        <QuotaColumns
          key={JSON.stringify(preview.attributes)}
          columns={preview.attributes}
          busy={busy}
          onChange={onQuotas}
        />
      )}
      <Notes notes={notes} unlisted={preview.moreNotes} />
      <div className={styles['foot']}>
        {!isThere && (
          <ActButton
            act={IMPORTS[kind]}
            kind="ink"
            label={words.store[kind](count)}
            waiting={busy ? text.sending : null}
            onClick={onStore}
          />
        )}
        <Button onClick={onDrop}>{isThere ? words.close : words.discard}</Button>
      </div>
    </div>
  );
}

/** How it differs from the roster that stands, where one stands. */
function Compared({ change }: { readonly change: Preview['change'] }) {
  const words = useText(consoleText).roster;
  if (change.same + change.changed + change.removed === 0) return null;
  return <p>{words.compared(change)}</p>;
}

/** What may be a mistake; the others only tell how the file was read. */
const FIRST: ReadonlySet<string> = new Set([
  'spoilt',
  'spoilt-more',
  'encoding-guessed',
  'same-name',
  'declared-stays',
  'declared-rests',
]);

/** `unlisted`: how many more the server found than it listed. */
function Notes({
  notes,
  unlisted,
}: {
  readonly notes: Preview['notes'];
  readonly unlisted: number;
}) {
  const words = useText(consoleText).roster;
  const language = useLanguage();
  const remark = (note: Preview['notes'][number], n: number) => (
    <Remark key={n}>{noteSentence(language, note)}</Remark>
  );
  const ordered = [
    ...notes.filter(({ code }) => FIRST.has(code)),
    ...notes.filter(({ code }) => !FIRST.has(code)),
  ];
  const folded = ordered.slice(FIRST_NOTES);
  return (
    <>
      {ordered.slice(0, FIRST_NOTES).map(remark)}
      {folded.length > 0 && (
        <details className={styles['notes']}>
          <summary>{words.foldedNotes(folded.length + unlisted)}</summary>
          {folded.map(remark)}
          {unlisted > 0 && <p className="quiet">{words.moreNotes(unlisted)}</p>}
        </details>
      )}
    </>
  );
}

/** The sheet that was read, and which of its columns as what. */
function ReadFrom({
  kind,
  preview: { sheet, columns },
}: {
  readonly kind: RosterKind;
  readonly preview: Preview;
}) {
  const words = useText(consoleText).roster;
  const { roles } = rosterText[useLanguage()];
  return (
    <div className={styles['from']}>
      {sheet !== '' && <p>{words.fromSheet(sheet)}</p>}
      <dl className={styles['uses']}>
        {columns.map(({ role, column, header }) => (
          <div key={role}>
            <dt>{role === 'name' ? words.name[kind] : roles[role]}</dt>
            <dd>{words.columnAs(column, header)}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
