// A title, a break, a notice: a few words that own the screen.
import { Scene } from './Scene.tsx';
import type { BodyProps } from './kind-props.ts';
import { LoneName, nameLength } from './draw/LoneName.tsx';
import { Bar } from './score/Figures.tsx';
import { useScreen } from './screen-context.ts';
import styles from './Idle.module.css';

/** Longer texts take smaller letters: by their length, so that nothing jumps. */
const LONG = 60;
const LONGER = 160;

/** Of the lines, in cqh, and beside a code. */
const WIDTH = 160;
const BESIDE = 106;

export function Card({ body: { title, text, closing }, view: { stage } }: BodyProps<'card'>) {
  const length = nameLength(text);
  const { code } = stage.meeting;
  return (
    <Scene>
      {closing && <WatchCode code={code} />}
      <div
        className={styles['card']}
        data-beside={closing}
        data-length={length > LONGER ? 'longer' : length > LONG ? 'long' : 'short'}
      >
        <LoneName name={title} width={closing ? BESIDE : WIDTH} />
        <Bar short />
        {text !== '' && <p>{text}</p>}
      </div>
    </Scene>
  );
}

/** Where the hall checks it all for itself. */
function WatchCode({ code }: { readonly code: string }) {
  const { text } = useScreen();
  const path = `/m/${encodeURIComponent(code)}/watch`;
  // What only this machine knows itself by leads nobody there: then the code alone does.
  const isLocal = /^(localhost|127\.|\[::1\])/.test(location.host);
  return (
    <div className={styles['watch']}>
      <img src={`/m/${encodeURIComponent(code)}/api/watch.svg`} alt={text.watchCode} />
      <p>{text.watchPage}</p>
      {!isLocal && (
        <p className={styles['address']}>
          {location.host}
          <wbr />
          {path}
        </p>
      )}
    </div>
  );
}
