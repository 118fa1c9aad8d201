// The ruler of a criterion: a range with a tick per step; a dashed thumb at its start while unscored.
import { phoneText } from '../../../shared/text/phone.ts';
import { useText } from '../../ui/language.ts';
import { Slide } from '../../ui/Slide.tsx';
import { stepped, type Stepped } from './typed.ts';
import styles from './Ruler.module.css';

/** More ticks than this melt into a bar on a narrow phone. */
const MOST_TICKS = 50;
/** As wide as in the style sheet. */
const THUMB_REM = 1.625;

export function Ruler({
  line,
  score,
  onScore,
}: {
  readonly line: Stepped;
  readonly score: number | undefined;
  /** undefined where a drag was given up on a ruler without a score. */
  readonly onScore: (score: number | undefined) => void;
}) {
  const text = useText(phoneText).sheet;
  const { name } = line;
  const [max, step] = [Number(line.max), Number(line.step)];
  const unscored = score === undefined;
  const minor = max / step <= MOST_TICKS ? step : step * 5;
  return (
    <Slide
      around={styles['ruler']}
      max={max}
      step={step}
      value={score}
      thumbRem={THUMB_REM}
      aria-label={name}
      aria-valuetext={unscored ? text.unscored : `${score} / ${max}`}
      onValue={(value) => {
        // Where steps are decimals the slide's place is not exact.
        onScore(value === undefined ? undefined : stepped(line, 0, Math.round(value / step)));
      }}
    >
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
    </Slide>
  );
}

function ticks(max: number, every: number, height: number): string {
  const places = Array.from({ length: Math.floor(max / every) + 1 }, (_, n) => n * every);
  if (places.at(-1) !== max) places.push(max);
  return places.map((x) => `M${x} 0V${height}`).join('');
}
