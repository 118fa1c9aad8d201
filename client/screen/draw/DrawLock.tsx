// The lock: 64 digits to photograph, before any source of chance exists (DRAW.md §6). Nothing here moves.
import type { ShownMeeting } from '../../../shared/views/slices/shown.ts';
import type { DrawWords, LockedDraw } from '../../../shared/views/slices/draw-slices.ts';
import { About } from './DrawAbout.tsx';
import {
  AssuranceNote,
  BeaconAt,
  Chance,
  DrawTitle,
  lockCode,
  LockedAt,
  SourcesLine,
} from './DrawParts.tsx';
import { Count } from '../score/Figures.tsx';
import { Scene } from '../Scene.tsx';
import { useScreen } from '../screen-context.ts';
import { HexGroups } from '../../ui/HexGroups.tsx';
import styles from './DrawLock.module.css';

export function DrawLock({
  draw,
  meeting: { code, zone },
}: {
  readonly draw: LockedDraw;
  readonly meeting: ShownMeeting;
}) {
  const { text } = useScreen();
  return (
    <Scene
      full
      left={
        <>
          <span>{text.photograph}</span>
          <SourcesLine draw={draw} />
        </>
      }
      right={<AssuranceNote draw={draw} brief />}
    >
      <div className="row between">
        <DrawTitle draw={draw} room={draw.beacon ? 108 : 122} />
        <div className={styles['locked']}>
          <LockedAt draw={draw} zone={zone} />
          <BeaconAt draw={draw} zone={zone} />
        </div>
      </div>
      <div className={styles['lock']}>
        <HexGroups hex={draw.lockHash} className={styles['hex']} />
        <img className={styles['qr']} src={lockCode(code, draw.id)} alt={text.lockCode} />
      </div>
      <div className={styles['below']}>
        {draw.words ? (
          <WordsCount words={draw.words} />
        ) : (
          <>
            <Chance draw={draw} size={11.4} />
            <About draw={draw} rows={2} />
          </>
        )}
      </div>
    </Scene>
  );
}

/** While phones send: how many are in, never what they say. */
function WordsCount({ words }: { readonly words: DrawWords }) {
  const { text } = useScreen();
  return (
    <div className={styles['words']}>
      <p>{text.draw.typeNow}</p>
      <p className={styles['wordsIn']}>
        <Count done={words.sent ?? 0} of={words.of} size={11.4} />
        {text.draw.wordsIn}
      </p>
    </div>
  );
}
