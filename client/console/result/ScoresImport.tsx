// Scores of units from a table: which component they are for, the file, what was understood of it, and the word that stores it.
import { useState } from 'react';
import { HEADCOUNT, type PlanRules } from '../../../shared/meeting/result/plan.ts';
import { columnsIn, earlierIn, nodesIn, treesIn } from '../../../shared/meeting/result/plans.ts';
import type { Expectation } from '../../../shared/meeting/commands.ts';
import type { Choices, ColumnUse, Note } from '../../../shared/roster/problem.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { planText } from '../../../shared/text/plan.ts';
import { noteSentence } from '../../../shared/text/roster.ts';
import type { ResultPage } from '../../../shared/views/slices/result-slices.ts';
import { call, type HttpAnswer } from '../../live/http.ts';
import { FileDrop } from '../../parts/FileDrop.tsx';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useBarred, useConsole } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import type { AnyAnswer } from '../parts/trouble.ts';
import { useAction } from '../parts/use-action.ts';
import { ProblemList } from '../setup/RosterPreview.tsx';
import { RosterQuestions } from '../setup/RosterQuestions.tsx';
import { readFile, type Findings, type RosterFile } from '../setup/roster-file.ts';
import roster from '../setup/Roster.module.css';
import styles from './Plan.module.css';

const ACCEPTED = '.xlsx,.csv,.xls,.ods,.et,.txt,.tsv,text/csv';

interface Target {
  readonly as: 'column' | 'earlier';
  readonly id: string;
  readonly name: string;
}

interface Preview {
  readonly stored: boolean;
  readonly count: number;
  readonly columns: readonly ColumnUse[];
  readonly sample: readonly {
    readonly name: string;
    readonly value: string;
    readonly grade: string;
  }[];
  readonly missing: readonly string[];
  readonly missed: number;
  readonly most: string;
  readonly expects: Expectation;
  readonly notes: readonly Note[];
}

interface Reading {
  readonly name: string;
  readonly file: RosterFile | null;
  readonly choices: Choices;
  readonly read: Preview | Findings;
}

export function ScoresImport({
  plan,
  page,
}: {
  readonly plan: PlanRules;
  readonly page: ResultPage;
}) {
  const text = useText(planText);
  const { sending } = useText(consoleText);
  const { code } = useConsole();
  const barred = useBarred('ImportColumn');
  const targets = targetsOf(plan, text.headcount);
  const [picked, setPicked] = useState('');
  const target = targets.find((one) => keyOf(one) === picked) ?? targets[0];
  const stands = page.columns.find(({ id }) => id === target?.id);
  const [max, setMax] = useState<number | null>(null);
  const [partial, setPartial] = useState(false);
  const { open: reading, setOpen: setReading, close } = useOpen<Reading>();
  const { busy, trouble, run } = useAction();
  if (!target)
    return (
      <section aria-label={text.columns} className={styles['import']}>
        <h3>{text.columns}</h3>
        <p className="soft">{text.noColumns}</p>
      </section>
    );
  const most = max ?? Number(stands?.max ?? (target.id === HEADCOUNT ? '100000' : '100'));

  const show = async (file: RosterFile, choices: Choices, seen: Preview | null = null) => {
    const came = await run(async (): Promise<AnyAnswer<{ readonly read: Preview | Findings }>> => {
      const found = (await call(`/m/${encodeURIComponent(code)}/api/import/scores`, {
        ...{ file: file.name, base64: file.base64, choices, store: seen !== null },
        ...{ expects: seen?.expects ?? { item: null, touched: 0 } },
        ...{ ...target, max: String(most), partial },
      })) as HttpAnswer<Preview> | Findings;
      return 'problems' in found || found.ok ? { ok: true, read: found } : found;
    });
    if (came) setReading({ name: file.name, file, choices, read: came.read });
  };
  const pick = async (chosen: File) => {
    close();
    setPartial(false);
    const read = await readFile(chosen);
    if (read.ok) await show(read.file, {});
    else setReading({ name: chosen.name, file: null, choices: {}, read });
  };

  return (
    <section aria-label={text.columns} className={styles['import']}>
      <h3>{text.columns}</h3>
      <p className="soft">{text.columnsLead}</p>
      <div className={styles['fields']}>
        <Select
          label={text.columnOf}
          value={keyOf(target)}
          options={targets.map((one) => ({ value: keyOf(one), label: one.name }))}
          onChange={(key: string) => {
            close();
            setMax(null);
            setPicked(key);
          }}
        />
        {target.as === 'column' && target.id !== HEADCOUNT && (
          <NumberField label={text.max} value={most} decimals least={0} onChange={setMax} />
        )}
      </div>
      <FileDrop
        label={text.choose}
        hint={text.drop}
        accept={ACCEPTED}
        barred={barred}
        reading={busy ? text.reading : null}
        onFiles={([file]) => void pick(file)}
      />
      <Notice trouble={trouble} />
      {reading &&
        ('stored' in reading.read ? (
          <Understood
            file={reading.name}
            preview={reading.read}
            partial={partial}
            waiting={busy ? sending : null}
            onPartial={setPartial}
            onStore={(seen) => {
              if (reading.file) void show(reading.file, reading.choices, seen);
            }}
            onDrop={close}
          />
        ) : reading.read.questions ? (
          <RosterQuestions
            file={reading.name}
            busy={busy}
            questions={reading.read.questions}
            onDrop={close}
            onAnswer={(answers) => {
              if (reading.file) void show(reading.file, { ...reading.choices, ...answers });
            }}
          />
        ) : (
          <ProblemList file={reading.name} findings={reading.read} />
        ))}
    </section>
  );
}

function Understood({
  file,
  preview,
  partial,
  waiting,
  onPartial,
  onStore,
  onDrop,
}: {
  readonly file: string;
  readonly preview: Preview;
  readonly partial: boolean;
  readonly waiting: string | null;
  readonly onPartial: (partial: boolean) => void;
  readonly onStore: (seen: Preview) => void;
  readonly onDrop: () => void;
}) {
  const text = useText(planText);
  const language = useLanguage();
  const { and } = useText(consoleText);
  const { stored, sample, count, missing, missed, most, notes } = preview;
  const withGrades = sample.some(({ grade }) => grade !== '');
  if (stored)
    return (
      <div className={roster['found']} role="status">
        <h4>{text.stored(file)}</h4>
      </div>
    );
  return (
    <div className={roster['found']} role="status">
      <h4>{text.understood(file)}</h4>
      <table className={roster['table']}>
        <thead>
          <tr>
            <th>{text.unit}</th>
            <th>{text.value}</th>
            {withGrades && <th>{text.grade}</th>}
          </tr>
        </thead>
        <tbody>
          {sample.map(({ name, value, grade }) => (
            <tr key={name}>
              <td>{name}</td>
              <td>{value}</td>
              {withGrades && <td>{grade}</td>}
            </tr>
          ))}
        </tbody>
      </table>
      <p>
        {count > sample.length && text.more(count - sample.length)}
        {most !== '' && ` ${text.most(most)}`}
      </p>
      {missed > 0 && (
        <>
          <p>
            <b>{text.missed(missed)}</b> {missing.slice(0, 5).join(and)}
            {missed > 5 && text.andMore}
          </p>
          <label className="row gap-s">
            <input
              type="checkbox"
              checked={partial}
              onChange={(event) => {
                onPartial(event.target.checked);
              }}
            />
            {text.partial}
          </label>
        </>
      )}
      {notes.slice(0, 5).map((note, n) => (
        <Remark key={n}>{noteSentence(language, note)}</Remark>
      ))}
      <div className={roster['foot']}>
        <ActButton
          act="ImportColumn"
          kind="ink"
          label={text.store(count)}
          waiting={waiting}
          onClick={() => {
            onStore(preview);
          }}
        />
        <Button onClick={onDrop}>{text.discard}</Button>
      </div>
    </div>
  );
}

/** What the plan asks for: columns, earlier results, and the people of a unit where shares of them are given. */
function targetsOf(plan: PlanRules, headcount: string): readonly Target[] {
  const leaves = treesIn(plan).flatMap(nodesIn);
  const nameOf = (earlier: string) =>
    leaves.find(
      (node) => 'source' in node && 'earlier' in node.source && node.source.earlier === earlier,
    )?.name ?? earlier;
  return [
    ...[...columnsIn(plan)].map(([id, name]): Target => ({ as: 'column', id, name })),
    ...earlierIn(plan).map((id): Target => ({ as: 'earlier', id, name: nameOf(id) })),
    ...(plan.consequences.some((one) => 'staffShare' in one)
      ? [{ as: 'column', id: HEADCOUNT, name: headcount } as const]
      : []),
  ];
}

function keyOf({ as, id }: Target): string {
  return `${as}/${id}`;
}
