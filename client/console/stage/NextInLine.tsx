// A drawn questioner or team member who cannot: the next of the same reserve comes.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { DrawId, ReviewerId } from '../../../shared/ids.ts';
import type { DrawnName } from '../../../shared/views/slices/draw-slices.ts';
import { useText } from '../../ui/language.ts';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { Select } from '../parts/Select.tsx';

/** Nothing where nobody stands for the draw: one name is asked about by name, of several one is chosen. */
export function NextInLine({
  draw,
  standing,
}: {
  readonly draw: DrawId;
  readonly standing: readonly DrawnName[];
}) {
  const words = useText(consoleText).draw;
  const [chosen, setChosen] = useState<string | null>(null);
  const out = standing.find(({ id }) => id === chosen) ?? standing[0];
  if (!out) return null;
  return (
    <ReasonAct
      act="ReplaceDrawn"
      aboutPerson
      label={standing.length === 1 ? words.nextFor(out.name) : words.nextForOne}
      what={words.nextMeans(out.name)}
      command={(reason) => ({
        type: 'ReplaceDrawn',
        draw,
        out: out.id as ReviewerId,
        reason,
      })}
    >
      {standing.length > 1 && (
        <Select
          label={words.whoCannot}
          autoFocus
          value={out.id}
          options={standing.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
    </ReasonAct>
  );
}
