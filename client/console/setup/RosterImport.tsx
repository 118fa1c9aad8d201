// One roster: what stands, a file to read, what was understood of it, and the word that stores it.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { Problem } from '../../../shared/roster/problem.ts';
import { useText } from '../../ui/language.ts';
import { useBarred, useConsole, useExpects } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import type { AnyAnswer } from '../parts/trouble.ts';
import { useAction } from '../parts/use-action.ts';
import { FileDrop } from './FileDrop.tsx';
import { PartCounts, ProblemList, RosterPreview } from './RosterPreview.tsx';
import {
  readFile,
  sendRoster,
  type Part,
  type Preview,
  type RosterFile,
  type RosterKind,
} from './roster-file.ts';
import styles from './Roster.module.css';

interface Reading {
  readonly file: RosterFile;
  readonly expects: Expectation;
  readonly preview: Preview | null;
  readonly problems: readonly Problem[];
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
  const { code } = useConsole();
  const expects = useExpects('roster');
  const barred = useBarred('roster');
  const [reading, setReading] = useState<Reading | null>(null);
  const { busy, trouble, run } = useAction();

  const send = async (file: RosterFile, store: boolean, standing: Expectation) => {
    let problems: readonly Problem[] = [];
    const answer = await run(async (): Promise<AnyAnswer<Partial<Preview>>> => {
      const came = await sendRoster(code, kind, file, store, standing);
      if (!('problems' in came)) return came;
      problems = came.problems;
      return { ok: true };
    });
    if (!answer) return;
    const preview = problems.length === 0 ? (answer as Preview) : null;
    setReading({ file, expects: standing, preview, problems });
  };

  return (
    <section aria-label={text.roster.kinds[kind]} className={styles['roster']}>
      <header className={styles['head']}>
        <h3>{text.roster.kinds[kind]}</h3>
        <PartCounts total={text.roster.total[kind](stands)} parts={stands === 0 ? [] : parts} />
      </header>
      <p className={styles['columns']}>{text.roster.columns[kind]}</p>
      <FileDrop
        label={stands === 0 ? text.roster.choose[kind] : text.roster.replace[kind]}
        barred={barred}
        busy={busy}
        onFile={(picked) => {
          setReading(null);
          void readFile(picked).then((file) => send(file, false, expects));
        }}
      />
      <Notice trouble={trouble} />
      {reading && reading.problems.length > 0 && (
        <ProblemList file={reading.file.name} problems={reading.problems} />
      )}
      {reading?.preview && (
        <RosterPreview
          kind={kind}
          file={reading.file.name}
          preview={reading.preview}
          busy={busy}
          onStore={() => void send(reading.file, true, reading.expects)}
          onDrop={() => {
            setReading(null);
          }}
        />
      )}
    </section>
  );
}
