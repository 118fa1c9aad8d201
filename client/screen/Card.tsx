// A title, a break, a notice: a few words that own the screen.
import { Scene } from './Scene.tsx';
import type { BodyProps } from './kind-props.ts';
import { LoneName, nameLength } from './draw/LoneName.tsx';
import { Bar } from './score/Figures.tsx';
import styles from './Idle.module.css';

/** Longer texts take smaller letters: by their length, so that nothing jumps. */
const LONG = 60;
const LONGER = 160;

export function Card({ body: { title, text } }: BodyProps<'card'>) {
  const length = nameLength(text);
  return (
    <Scene>
      <div
        className={styles['card']}
        data-length={length > LONGER ? 'longer' : length > LONG ? 'long' : 'short'}
      >
        <LoneName name={title} width={160} />
        <Bar short />
        {text !== '' && <p>{text}</p>}
      </div>
    </Scene>
  );
}
