// A file of who was drawn before: a proof file or a text is read here, a spreadsheet on the server, as rosters are.
import { useState } from 'react';
import type { EarlierEntry, Listed } from '../../../shared/meeting/draws/earlier.ts';
import type { Choices, ColumnRole } from '../../../shared/roster/problem.ts';
import { earlierText } from '../../../shared/text/console/earlier.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { call, type HttpAnswer } from '../../live/http.ts';
import { useText } from '../../ui/language.ts';
import { useConsole } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import type { AnyAnswer } from '../parts/trouble.ts';
import { useAction } from '../parts/use-action.ts';
import { isProof, readEarlier, textOf, type EarlierList } from './earlier-file.ts';
import { readFile, type Findings, type RosterFile } from './roster-file.ts';
import { ProblemList } from './RosterPreview.tsx';
import { RosterQuestions } from './RosterQuestions.tsx';

const ACCEPTED = '.json,.txt,.csv,.xlsx,.ods,.xls,.et,application/json,text/plain,text/csv';

/** Why nothing came of a file. */
type Unread =
  | { readonly kind: 'proof' }
  | { readonly kind: 'sheet'; readonly file: RosterFile; readonly findings: Findings };

type Entries = { readonly entries: readonly EarlierEntry[] };

export function EarlierFile({
  of,
  present,
  onTake,
}: {
  readonly of: 'people' | 'units';
  readonly present: readonly Listed[];
  /** null: nothing of what was taken before stands any more. */
  readonly onTake: (from: string, lists: readonly EarlierList[] | null) => void;
}) {
  const text = useText(earlierText);
  const { code } = useConsole();
  const [unread, setUnread] = useState<Unread | null>(null);
  const [choices, setChoices] = useState<Choices>({});
  const { busy, trouble, run } = useAction();

  const readSheet = async (file: RosterFile, chosen: Choices) => {
    setChoices(chosen);
    const came = await run(async (): Promise<AnyAnswer<{ readonly read: Entries | Findings }>> => {
      const answer = await send(code, of, file, chosen);
      return 'problems' in answer || answer.ok ? { ok: true, read: answer } : answer;
    });
    if (!came) return;
    const { read } = came;
    setUnread('problems' in read ? { kind: 'sheet', file, findings: read } : null);
    if (!('problems' in read))
      onTake(file.name, [{ draw: '', lockedAt: '', entries: read.entries }]);
  };

  const pick = async (picked: File) => {
    setUnread(null);
    onTake(picked.name, null);
    const content = await textOf(picked);
    const lists = readEarlier(content, of, present);
    if (lists) onTake(picked.name, lists);
    else if (isProof(content)) setUnread({ kind: 'proof' });
    else {
      const read = await readFile(picked);
      if (read.ok) await readSheet(read.file, {});
      else setUnread({ kind: 'sheet', file: { name: picked.name, base64: '' }, findings: read });
    }
  };

  return (
    <>
      <FileDrop
        label={text.file}
        hint={text.fileHint}
        accept={ACCEPTED}
        barred={null}
        reading={busy ? text.reading : null}
        onFiles={([picked]) => void pick(picked)}
      />
      <Notice trouble={trouble} />
      {unread?.kind === 'proof' && <Remark>{text.unread}</Remark>}
      {unread?.kind === 'sheet' &&
        (unread.findings.questions ? (
          <RosterQuestions
            file={unread.file.name}
            questions={unread.findings.questions}
            busy={busy}
            onAnswer={(answers: Readonly<Partial<Record<ColumnRole, string>>>) => {
              void readSheet(unread.file, { ...choices, ...answers });
            }}
            onDrop={() => {
              setUnread(null);
            }}
          />
        ) : (
          <ProblemList file={unread.file.name} findings={unread.findings} />
        ))}
    </>
  );
}

function send(
  code: string,
  of: 'people' | 'units',
  { name, base64 }: RosterFile,
  choices: Choices,
): Promise<HttpAnswer<Entries> | Findings> {
  const path = `/m/${encodeURIComponent(code)}/api/import/drawn`;
  return call<Entries>(path, { file: name, base64, of, choices });
}
