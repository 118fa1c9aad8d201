// One line that is scored by a scale: its name and maximum above its chips.
import { useId } from 'react';
import type { Grade } from '../../../shared/scoring/sheet.ts';
import { commonText } from '../../../shared/text/common.ts';
import { useText } from '../../ui/language.ts';
import { Chips } from './Chips.tsx';
import criterion from './Criterion.module.css';

export function Grades({
  line: { name, max, scale },
  score,
  onScore,
}: {
  readonly line: { readonly name: string; readonly max: string; readonly scale: readonly Grade[] };
  readonly score: number | undefined;
  readonly onScore: (score: number) => void;
}) {
  const { outOf } = useText(commonText);
  const title = useId();
  return (
    <section className={criterion['criterion']} aria-labelledby={title}>
      <div className={criterion['name']}>
        <h2 id={title}>{name}</h2>
        <p>{outOf(max)}</p>
      </div>
      <Chips
        scale={scale}
        score={score}
        labelledBy={title}
        isUsedUp={() => false}
        onScore={(mark) => {
          if (mark !== score) onScore(mark);
        }}
      />
    </section>
  );
}
