// The ruler of a criterion: a native range with a tick per step; a dashed thumb at its start while unscored.
import { phoneText } from '../../shared/text/phone.ts';
import type { Criterion } from '../../shared/scoring/sheet.ts';
import { useText } from '../ui/language.ts';
import styles from './Ruler.module.css';

/** More ticks than this melt into a bar on a narrow phone. */
const MOST_TICKS = 50;
/** As wide as in the style sheet. */
const THUMB_PX = 26;

export function Ruler({
  line: { name, max, step },
  score,
  onScore,
}: {
  readonly line: Criterion;
  readonly score: number | undefined;
  readonly onScore: (score: number) => void;
}) {
  const text = useText(phoneText).sheet;
  const unscored = score === undefined;
  const minor = max / step <= MOST_TICKS ? step : step * 5;
  return (
    <div className={styles['ruler']} data-unscored={unscored}>
      <div className={styles['track']}>
        <div style={{ transform: `scaleX(${((score ?? 0) / max).toFixed(4)})` }} />
      </div>
      <svg
        className={styles['ticks']}
        viewBox={`0 0 ${max} 10`}
        preserveAspectRatio="none"
        aria-hidden="true"
      >
        <path className={styles['minor']} d={ticks(max, minor, 6)} />
        <path className={styles['major']} d={ticks(max, minor * 5, 10)} />
      </svg>
      <input
        type="range"
        min={0}
        max={max}
        step={step}
        value={score ?? 0}
        aria-label={name}
        aria-valuetext={unscored ? text.unscored : `${score} / ${max}`}
        onChange={(event) => {
          onScore(event.target.valueAsNumber);
        }}
        // An unscored ruler stands at its start already, so that choosing 0 there changes nothing natively.
        onPointerUp={({ clientX, currentTarget }) => {
          const atStart = clientX - currentTarget.getBoundingClientRect().left < THUMB_PX;
          if (unscored && atStart) onScore(currentTarget.valueAsNumber);
        }}
        onKeyDown={(event) => {
          if (unscored && ['ArrowLeft', 'ArrowDown', 'Home', 'PageDown'].includes(event.key))
            onScore(0);
        }}
      />
    </div>
  );
}

function ticks(max: number, every: number, height: number): string {
  const places = Array.from({ length: Math.floor(max / every) + 1 }, (_, n) => n * every);
  if (places.at(-1) !== max) places.push(max);
  return places.map((x) => `M${x} 0V${height}`).join('');
}
