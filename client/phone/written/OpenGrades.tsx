// A unit that is given one grade: its chips stay where the thumb is, whichever unit is open.
import type { Grade } from '../../../shared/scoring/sheet.ts';
import { useLarge } from '../../ui/large.ts';
import { Chips } from '../score/Chips.tsx';
import { chipColumns } from './chip-columns.ts';
import { OpenUnit } from './OpenUnit.tsx';
import type { RowLimit } from './row-limit.ts';
import { useUnitWords } from './use-unit-words.ts';
import { givenMark, type Row } from './written-rows.ts';

/** Letters of the large version, as of the usual one. */
const LARGER = 1.2;

export function OpenGrades({
  row,
  scale,
  limit,
  just,
  wide,
  tiny,
  more,
  onGive,
}: {
  readonly row: Row;
  readonly scale: readonly Grade[];
  readonly limit: RowLimit | null;
  /** What the unit before was given a moment ago. */
  readonly just: number | null;
  /** Of the glass, in rem. */
  readonly wide: number;
  readonly tiny: boolean;
  readonly more: Parameters<typeof OpenUnit>[0]['more'];
  readonly onGive: (mark: number) => void;
}) {
  const large = useLarge();
  const { stands, refused } = useUnitWords(row);
  return (
    <OpenUnit row={row} tiny={tiny} hint={stands} said={refused} reports more={more}>
      {(title) => (
        <Chips
          scale={scale}
          score={givenMark(row) ?? undefined}
          columns={chipColumns(
            scale.map(({ name }) => name),
            large ? wide / LARGER : wide,
          )}
          large
          just={just}
          labelledBy={title}
          isUsedUp={(mark) => limit !== null && limit.breaks(mark) !== null}
          onScore={onGive}
        />
      )}
    </OpenUnit>
  );
}
