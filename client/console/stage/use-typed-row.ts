// A reading of the dice of the draw on stage, for a page that types it.
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Reading } from '../../../shared/meeting/draws/reading.ts';
import type { DiceControl } from '../../../shared/views/slices/staff-slices.ts';
import { useCommands } from '../parts/console-context.ts';
import type { Trouble } from '../parts/trouble.ts';
import { TypedRow } from './typed-row.ts';

export interface Typing {
  readonly row: string;
  readonly typed: TypedRow;
  readonly trouble: Trouble | null;
}

/** Give it a key of the draw: it keeps what it knows of the row. */
export function useTypedRow({ draw, count, readings }: DiceControl, reading: Reading): Typing {
  const control = readings[reading];
  const { give, trouble } = useCommands();
  const [typed] = useState(
    () =>
      new TypedRow({
        control,
        send: (splice, edits) => give({ type: 'TypeDice', draw, reading, edits, ...splice }),
        forgets: (row) => reading === 'first' && row.length === count,
      }),
  );
  const { have, edits } = control;
  useEffect(() => {
    typed.hear({ have, edits });
  }, [typed, have, edits]);
  return { row: useStore(typed.shown, ({ row }) => row), typed, trouble };
}
