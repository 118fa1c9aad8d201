// The list of units on the glass, the open one at its place among the others.
import type { ReactNode, RefObject } from 'react';
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import { useLarge } from '../../ui/large.ts';
import { limitWords } from './limit-words.ts';
import { lastMark } from './last-marks.ts';
import { OpenCriteria } from './OpenCriteria.tsx';
import { OpenGrades } from './OpenGrades.tsx';
import { OpenNumber } from './OpenNumber.tsx';
import type { WrittenActs } from './use-written.ts';
import type { Row } from './written-rows.ts';
import { WrittenRow } from './WrittenRow.tsx';
import styles from './WrittenList.module.css';

/** The narrowest glass, in rem, on which a keypad's hint has room beside the box. */
const HINT_REM = 24;

export function WrittenList({
  page,
  list,
  tiny,
  foot,
}: {
  readonly page: WrittenActs;
  readonly list: RefObject<HTMLDivElement | null>;
  /** The glass has room for what is needed alone. */
  readonly tiny: boolean;
  readonly foot: ReactNode;
}) {
  const text = useText(writtenText);
  const { visible, open, entry, next, choosing } = page;
  return (
    <div
      ref={list}
      className={styles['list']}
      data-entry={entry ?? 'none'}
      onPointerDownCapture={page.onPointerDown}
      onKeyDownCapture={page.onKeyDown}
    >
      <div className={styles['lead']}>{entry && <p>{text.how[entry]}</p>}</div>
      {visible.length === 0 && (
        <p className={styles['none']}>
          {choosing.filter === 'open' && next === null ? text.noneOpen : text.none}
        </p>
      )}
      <ul
        onClick={({ target }) => {
          // Heard here, so that rows that stand still are not drawn again for a new listener.
          const key =
            target instanceof Element ? target.closest<HTMLElement>('[data-opens]') : null;
          if (key?.dataset['opens'] !== undefined) page.openRow(key.dataset['opens']);
        }}
      >
        {visible.map((row) =>
          row === open ? (
            <Opened key={row.key} page={page} row={row} tiny={tiny} />
          ) : (
            <WrittenRow key={row.key} row={row} />
          ),
        )}
      </ul>
      <div className={styles['tail']}>
        {next === null && <p className={styles['none']}>{text.noneOpen}</p>}
        {foot}
      </div>
    </div>
  );
}

function Opened({
  page,
  row,
  tiny,
}: {
  readonly page: WrittenActs;
  readonly row: Row;
  readonly tiny: boolean;
}) {
  const text = useText(writtenText);
  const large = useLarge();
  const { number, limit, left, wide, rows } = page;
  const [line] = row.target.sheet.lines;
  const more = {
    label: row.target.sheet.comments ? text.more : text.abstain,
    onOpen() {
      page.setMore(true);
    },
  };
  if (number)
    return (
      <OpenNumber
        row={row}
        box={number}
        left={left}
        narrow={large || wide < HINT_REM}
        tiny={tiny}
        more={more}
      />
    );
  if (page.entry === 'grades' && line && 'scale' in line)
    return (
      <OpenGrades
        row={row}
        scale={line.scale}
        limit={limit}
        just={page.given?.mark ?? null}
        wide={wide}
        tiny={tiny}
        more={more}
        onGive={(mark) => {
          const n = line.scale.findIndex((grade) => Number(grade.mark) === mark);
          page.give(mark, line.scale[n]?.name ?? '', n);
        }}
      />
    );
  return (
    <OpenCriteria
      row={row}
      tiny={tiny}
      said={limit?.broken ? limitWords(text, limit.broken, left) : null}
      startOf={(id) => lastMark(rows, row, id)}
      onNext={page.goOn}
    />
  );
}
