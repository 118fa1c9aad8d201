// One roster: what stands, a file to read, what was understood of it, and the word that stores it.
import { useEffect, useRef } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { Choices } from '../../../shared/roster/problem.ts';
import { here } from '../../live/http.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { useBarred, useConsole } from '../parts/console-context.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { Notice } from '../parts/Notice.tsx';
import type { AnyAnswer } from '../parts/trouble.ts';
import { useAction } from '../parts/use-action.ts';
import { PartCounts, ProblemList, RosterPreview } from './RosterPreview.tsx';
import { RosterQuestions } from './RosterQuestions.tsx';
import {
  IMPORTS,
  previewRoster,
  readFile,
  storeRoster,
  type Findings,
  type Part,
  type Preview,
  type RosterFile,
  type RosterKind,
} from './roster-file.ts';
import styles from './Roster.module.css';

/** The server looks at the content, and says of other kinds what to do with them. */
const ACCEPTED = '.xlsx,.csv,.xls,.ods,.et,.txt,.tsv,text/csv';

interface Reading {
  /** The file's name, and its bytes where it was readable at all. */
  readonly name: string;
  readonly file: RosterFile | null;
  readonly choices: Choices;
  readonly read: Preview | Findings;
  /** Someone has changed the rosters between the preview and the wish to store it. */
  readonly changed: boolean;
}

export function RosterImport({
  kind,
  stands,
  parts,
}: {
  readonly kind: RosterKind;
  readonly stands: number;
  readonly parts: readonly Part[];
}) {
  const text = useText(consoleText);
  const language = useLanguage();
  const { code } = useConsole();
  const barred = useBarred(IMPORTS[kind]);
  const { open: reading, setOpen: setReading, close } = useOpen<Reading>();
  const { busy, trouble, run } = useAction();
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // What was found in the second roster's file stands below the edge of a laptop's screen.
    if (reading) place.current?.scrollIntoView({ block: 'nearest' });
  }, [reading]);

  /** @param seen stores it, where it still is what the person saw; `quotas` looks at it again with these columns */
  const show = async (
    file: RosterFile,
    choices: Choices,
    seen: Preview | null = null,
    quotas: readonly string[] | null = null,
  ) => {
    const came = await run(async (): Promise<AnyAnswer<{ readonly read: Preview | Findings }>> => {
      const answer = await (seen
        ? storeRoster(code, kind, file, choices, seen)
        : previewRoster(code, kind, file, choices, quotas));
      if ('problems' in answer || answer.ok) return { ok: true, read: answer };
      return answer;
    });
    if (!came) return;
    const { read } = came;
    const changed = seen !== null && 'stored' in read && !read.stored;
    setReading({ name: file.name, file, choices, read, changed });
  };

  const pick = async (picked: File) => {
    close();
    const read = await readFile(picked);
    if (read.ok) await show(read.file, {});
    else setReading({ name: picked.name, file: null, choices: {}, read, changed: false });
  };

  const found = ({ name, file, choices, read, changed }: Reading) => {
    const shared = { file: name, busy, onDrop: close };
    if ('stored' in read)
      return (
        <RosterPreview
          {...shared}
          kind={kind}
          preview={read}
          changed={changed}
          onStore={() => {
            if (file) void show(file, choices, read);
          }}
          onQuotas={(quotas) => {
            if (file) void show(file, choices, null, quotas);
          }}
        />
      );
    if (!read.questions) return <ProblemList file={name} findings={read} />;
    return (
      <RosterQuestions
        {...shared}
        questions={read.questions}
        onAnswer={(answers) => {
          if (file) void show(file, { ...choices, ...answers });
        }}
      />
    );
  };

  return (
    <section aria-label={text.roster.kinds[kind]} className={styles['roster']}>
      <header className={styles['head']}>
        <h3>{text.roster.kinds[kind]}</h3>
        <PartCounts total={text.roster.total[kind](stands)} parts={stands === 0 ? [] : parts} />
      </header>
      <p className={styles['columns']}>
        {text.roster.columns[kind]}{' '}
        <a href={here(`/api/roster-template/${kind}.xlsx?language=${language}`)} download>
          {text.roster.template}
        </a>
      </p>
      <FileDrop
        label={stands === 0 ? text.roster.choose[kind] : text.roster.replace[kind]}
        hint={text.roster.drop}
        accept={ACCEPTED}
        barred={barred}
        reading={busy ? text.roster.reading : null}
        onFiles={([picked]) => void pick(picked)}
      />
      <Notice trouble={trouble} />
      <div ref={place}>{reading && found(reading)}</div>
    </section>
  );
}
