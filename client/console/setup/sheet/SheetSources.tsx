// Where a sheet can come from: a spreadsheet, or another meeting. Both fill the draft below and store nothing.
import { useState } from 'react';
import type { Choices, ColumnRole, Note } from '../../../../shared/roster/problem.ts';
import type { ReadNode } from '../../../../shared/roster/score-reader.ts';
import { noteSentence } from '../../../../shared/text/roster.ts';
import { sheetSourcesText } from '../../../../shared/text/sheet-sources.ts';
import { call, type HttpAnswer } from '../../../live/http.ts';
import { Button } from '../../../ui/Button.tsx';
import { useLanguage, useText } from '../../../ui/language.ts';
import { useBarred, useConsole } from '../../parts/console-context.ts';
import { FileDrop } from '../../../parts/FileDrop.tsx';
import { Notice } from '../../parts/Notice.tsx';
import type { AnyAnswer } from '../../parts/trouble.ts';
import { useAction } from '../../parts/use-action.ts';
import { freshId } from '../fresh-id.ts';
import { readFile, type Findings, type RosterFile } from '../roster-file.ts';
import { ProblemList } from '../RosterPreview.tsx';
import { RosterQuestions } from '../RosterQuestions.tsx';
import { CopySheet } from './CopySheet.tsx';
import { renamed, type Taken } from './taken.ts';
import styles from './SheetSources.module.css';

/** The server looks at the content, and says of other kinds what to do with them. */
const ACCEPTED = '.xlsx,.csv,.xls,.ods,.et,.txt,.tsv,text/csv';
const FIRST_NOTES = 8;

interface Read {
  readonly name: string;
  readonly points: boolean;
  readonly nodes: readonly ReadNode[];
  readonly notes: readonly Note[];
  readonly moreNotes: number;
}

/** What came of the last thing that was taken or tried. */
type Outcome =
  | { readonly kind: 'taken'; readonly what: string; readonly remarks: readonly string[] }
  | { readonly kind: 'found'; readonly file: RosterFile; readonly findings: Findings }
  | { readonly kind: 'unread'; readonly file: string; readonly findings: Findings };

export function SheetSources({
  stands,
  onTake,
}: {
  /** Id of the sheet that stands, null of a new one. */
  readonly stands: string | null;
  readonly onTake: (taken: Taken) => void;
}) {
  const words = useText(sheetSourcesText);
  const language = useLanguage();
  const { code } = useConsole();
  const barred = useBarred('AdoptSheet');
  const [source, setSource] = useState<'file' | 'meeting' | null>(null);
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const { busy, trouble, run } = useAction();
  const here = `/m/${encodeURIComponent(code)}/api`;

  const show = async (file: RosterFile, chosen: Choices) => {
    setChoices(chosen);
    const came = await run(async (): Promise<AnyAnswer<{ readonly read: Read | Findings }>> => {
      const answer = await send(`${here}/import/sheet`, file, chosen);
      return 'problems' in answer || answer.ok ? { ok: true, read: answer } : answer;
    });
    if (!came) return;
    const { read } = came;
    if ('problems' in read) {
      setOutcome({ kind: 'found', file, findings: read });
      return;
    }
    const { name, points, nodes, notes, moreNotes } = read;
    onTake({ name, points, comments: false, nodes: renamed(nodes, freshId) });
    const listed = notes.slice(0, FIRST_NOTES).map((note) => noteSentence(language, note));
    const more = moreNotes + notes.length - listed.length;
    const remarks = more > 0 ? [...listed, words.moreNotes(more)] : listed;
    setOutcome({ kind: 'taken', what: file.name, remarks });
    setSource(null);
  };

  const pick = async (picked: File) => {
    setOutcome(null);
    const read = await readFile(picked);
    if (read.ok) await show(read.file, {});
    else setOutcome({ kind: 'unread', file: picked.name, findings: read });
  };

  const toggle = (one: 'file' | 'meeting') => () => {
    setOutcome(null);
    setSource(source === one ? null : one);
  };

  return (
    <section className={styles['sources']} aria-label={words.start}>
      <div className={styles['buttons']}>
        <Button onClick={toggle('file')}>{words.fromFile}</Button>
        <Button onClick={toggle('meeting')}>{words.fromMeeting}</Button>
        {stands !== null && (
          <a
            href={`${here}/sheet-file?language=${language}&sheet=${encodeURIComponent(stands)}`}
            download
          >
            {words.download}
          </a>
        )}
      </div>
      {source === 'file' && (
        <div className={styles['panel']}>
          <p className={styles['hint']}>
            {words.fileHint}{' '}
            <a href={`${here}/sheet-file?language=${language}`} download>
              {words.template}
            </a>
          </p>
          <FileDrop
            label={words.choose}
            hint={words.drop}
            accept={ACCEPTED}
            barred={barred}
            reading={busy ? words.reading : null}
            onFiles={([picked]) => void pick(picked)}
          />
        </div>
      )}
      {source === 'meeting' && (
        <CopySheet
          barred={barred}
          onTake={(taken, missing) => {
            onTake(taken);
            const remarks = missing.length === 0 ? [] : [words.missing(missing.join(words.and))];
            setOutcome({ kind: 'taken', what: taken.name, remarks });
            setSource(null);
          }}
        />
      )}
      <Notice trouble={trouble} />
      {outcome?.kind === 'taken' && (
        <div role="status" className={styles['taken']}>
          <p className="bold">{words.taken(outcome.what)}</p>
          {outcome.remarks.length > 0 && (
            <ul>
              {outcome.remarks.map((remark) => (
                <li key={remark}>{remark}</li>
              ))}
            </ul>
          )}
        </div>
      )}
      {outcome?.kind === 'unread' && (
        <ProblemList file={outcome.file} findings={outcome.findings} />
      )}
      {outcome?.kind === 'found' &&
        (outcome.findings.questions ? (
          <RosterQuestions
            file={outcome.file.name}
            questions={outcome.findings.questions}
            busy={busy}
            onAnswer={(answers: Readonly<Partial<Record<ColumnRole, string>>>) => {
              void show(outcome.file, { ...choices, ...answers });
            }}
            onDrop={() => {
              setOutcome(null);
            }}
          />
        ) : (
          <ProblemList file={outcome.file.name} findings={outcome.findings} />
        ))}
    </section>
  );
}

function send(
  path: string,
  { name, base64 }: RosterFile,
  choices: Choices,
): Promise<HttpAnswer<Read> | Findings> {
  return call<Read>(path, { file: name, base64, choices });
}
