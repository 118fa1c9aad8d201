// What can be done with one row of the agenda: go there, move it, leave it out, put something behind it.
import { useState } from 'react';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { ItemId } from '../../../shared/ids.ts';
import type { Expectation, StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useExpects } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { AddItemDialog } from './AddItemDialog.tsx';
import { endOf, itemKind, partsOf, rowName, type RailRow } from './rail-rows.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { UnitDialog } from './UnitDialog.tsx';
import styles from './AgendaRail.module.css';

interface Question {
  readonly kind: 'move' | 'skip';
  readonly command: (reason: string) => StaffCommandOf<'MoveItems' | 'SkipItem'>;
  readonly label: string;
  readonly expects: Expectation;
}

export function RailActs({
  rows,
  n,
  onClose,
}: {
  readonly rows: readonly RailRow[];
  /** Which of them. */
  readonly n: number;
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const expects = useExpects('MoveItems');
  const { give, busy, trouble } = useCommands();
  const [question, setQuestion] = useState<Question | null>(null);
  const [open, setOpen] = useState<'add' | 'unit' | null>(null);
  const row = rows[n];
  if (!row) return null;
  const parts = partsOf(row);
  const items = parts.map(({ item }) => item.id);
  const name = rowName(row, text);
  const subject = row.kind === 'turn' ? row.subject : row.row.subject;
  const here = rows.findIndex((one) => partsOf(one).some(({ state }) => state === 'now'));
  const fixed = parts.some(({ used }) => used)
    ? words.used
    : parts.some(({ state }) => state === 'now')
      ? words.onStage
      : null;
  const waiting = busy ? text.sending : null;
  const also = items.length > 1 ? { also: items.slice(1) } : {};

  const move = (label: string, after: ItemId | null) => {
    const command = (reason: string): StaffCommandOf<'MoveItems'> => ({
      type: 'MoveItems',
      items,
      after,
      reason,
    });
    if (parts.some(({ drawn }) => drawn)) setQuestion({ kind: 'move', command, label, expects });
    else void give(command(''));
  };
  const moves = [
    {
      label: words.earlier,
      blocked: fixed ?? (n === 0 ? words.atEdge : null),
      after: endOf(rows[n - 2]),
    },
    {
      label: words.later,
      blocked: fixed ?? (n === rows.length - 1 ? words.atEdge : null),
      after: endOf(rows[n + 1]),
    },
    // Where the row stands next already, or nothing is on stage yet, "earlier" and "later" are enough.
    ...(here >= 0 && n !== here && n !== here + 1
      ? [{ label: words.next, blocked: fixed, after: endOf(rows[here]) }]
      : []),
  ];
  const skipped = parts.every((part) => part.skipped !== null);
  return (
    <div className={styles['ask']} role="group" aria-label={name}>
      <div className={styles['jumps']}>
        {parts
          .filter(({ state }) => state !== 'now')
          .map(({ item }) => (
            <ActButton
              key={item.id}
              act="EnterItem"
              kind="ink"
              wide
              label={text.stage.jump(itemKind(item, text))}
              waiting={waiting}
              onClick={() =>
                void give({ type: 'EnterItem', item: item.id }).then((done) => {
                  if (done) onClose();
                })
              }
            />
          ))}
      </div>
      {moves.map(({ label, blocked, after }) => (
        <ActButton
          key={label}
          act="MoveItems"
          wide
          label={label}
          blocked={blocked === null ? null : label}
          title={blocked ?? undefined}
          waiting={waiting}
          onClick={() => {
            move(label, after);
          }}
        />
      ))}
      {skipped ? (
        <ActButton
          act="RestoreItem"
          wide
          label={words.restore}
          waiting={waiting}
          onClick={() => void give({ type: 'RestoreItem', item: items[0] as ItemId, ...also })}
        />
      ) : (
        <ActButton
          act="SkipItem"
          wide
          label={`${words.skip}…`}
          blocked={parts.some(({ used }) => used) ? words.skip : null}
          title={parts.some(({ used }) => used) ? words.used : undefined}
          onClick={() => {
            setQuestion({
              kind: 'skip',
              label: words.skip,
              expects,
              command: (reason) => ({
                type: 'SkipItem',
                item: items[0] as ItemId,
                ...also,
                reason,
              }),
            });
          }}
        />
      )}
      {parts.every(({ removable }) => removable) && (
        <ActButton
          act="RemoveItems"
          wide
          label={words.remove}
          waiting={waiting}
          onClick={() =>
            void give({ type: 'RemoveItems', items }).then((done) => {
              if (done) onClose();
            })
          }
        />
      )}
      <ActButton
        act="AddItems"
        wide
        label={`${words.add}…`}
        onClick={() => {
          setOpen('add');
        }}
      />
      {subject && (
        <ActButton
          act="WithdrawSubject"
          wide
          label={`${words.unit}…`}
          onClick={() => {
            setOpen('unit');
          }}
        />
      )}
      <Button wide onClick={onClose}>
        {text.cancel}
      </Button>
      <Notice trouble={trouble} />
      {question && (
        <ReasonDialog
          act={question.kind === 'move' ? 'MoveItems' : 'SkipItem'}
          title={question.kind === 'move' ? words.moveTitle(name) : words.skipTitle(name)}
          means={question.kind === 'move' ? words.moveMeans : words.skipMeans}
          label={question.label}
          command={question.command}
          expects={question.expects}
          onClose={() => {
            setQuestion(null);
          }}
        />
      )}
      {open === 'add' && (
        <AddItemDialog
          after={endOf(row)}
          afterName={name}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
      {open === 'unit' && subject && (
        <UnitDialog
          about={subject.id}
          onClose={() => {
            setOpen(null);
          }}
        />
      )}
    </div>
  );
}
