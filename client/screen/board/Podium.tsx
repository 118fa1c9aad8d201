// The first three: the newest stands large at the left, those before it small at the right, each with its place.
import { useLayoutEffect, useRef } from 'react';
import { inDrawnOrder } from '../../../shared/views/numbers/drawn-rows.ts';
import type { BoardRow } from '../../../shared/views/slices/number-slices.ts';
import type { ShownCategory } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { lineSize } from '../draw/LoneName.tsx';
import { Scene } from '../Scene.tsx';
import { Digits } from '../score/Figures.tsx';
import { EASE_MOVE, play } from '../motion.ts';
import { MOVE_MS, Picture } from './Picture.tsx';
import type { Played } from './use-played.ts';
import styles from './Podium.module.css';

/** Of a move's time: what it takes to go up or down. */
const RISE = 0.6;
const EASE_ASIDE = 'cubic-bezier(.6, 0, .1, 1)';

/** Of the line beside the place, in cqh, without a mark. */
const HEADLINE = 60;

/** Units that share a place have one picture, in the order that lots have given them; best first. */
export function picturesOf(rows: readonly BoardRow[]): readonly (readonly BoardRow[])[] {
  const ranks = [...new Set(rows.map(({ rank }) => rank))].sort((a, b) => (a ?? 0) - (b ?? 0));
  return ranks.map((rank) => inDrawnOrder(rows.filter((row) => row.rank === rank)));
}

export function Podium({
  pictures,
  began,
  headline,
  category = null,
  left,
  right,
}: {
  /** Best first, each with the units that share it. */
  readonly pictures: readonly (readonly BoardRow[])[];
  /** Which units come just now; null: all stand. */
  readonly began: Played['began'] | null;
  readonly headline: string;
  /** Whose first three they are; null: of all. */
  readonly category?: ShownCategory | null;
  readonly left: string;
  readonly right: string | null;
}) {
  const root = useRef<HTMLDivElement>(null);
  const [first, ...others] = pictures;
  const isNew = (picture: readonly BoardRow[]) =>
    picture.some(({ subject }) => began?.(subject.id) ?? false);
  useMoves(root, pictures.length, began !== null);
  return (
    <Scene left={<Digits>{left}</Digits>} right={right}>
      <div ref={root} className={styles['podium']}>
        <h1 className={styles['headline']} data-headline>
          {category && <CategoryMark mark={category.mark} hue={category.hue} />}
          <span
            className="ellipsis"
            style={{ fontSize: `${lineSize(headline, HEADLINE, 7.3)}cqh` }}
          >
            {headline}
          </span>
        </h1>
        {first && (
          <div className={styles['large']}>
            <Picture
              key={keyOf(first)}
              rows={first}
              large
              within={category !== null}
              staged={isNew(first)}
              waits={others.length > 0}
            />
          </div>
        )}
        {others.map((picture) => (
          <div key={keyOf(picture)} className={styles['small']} data-upper={picture[0]?.rank === 2}>
            <Picture
              rows={picture}
              large={false}
              within={category !== null}
              staged={false}
              waits={false}
            />
          </div>
        ))}
      </div>
    </Scene>
  );
}

function keyOf(picture: readonly BoardRow[]): string {
  return picture.map(({ subject }) => subject.id).join(' ');
}

/** Where a part of a picture stood, in heights of the podium: they outlive another size of the screen. */
interface Standing {
  readonly left: number;
  readonly top: number;
  readonly size: number;
}

/** What was large goes to its small place: each part of a picture from where it stood. */
function useMoves(
  root: { readonly current: HTMLElement | null },
  pictures: number,
  moves: boolean,
) {
  const stood = useRef(new Map<string, Standing>());
  useLayoutEffect(() => {
    const stage = root.current?.getBoundingClientRect();
    if (!root.current || !stage) return;
    const parts = root.current.querySelectorAll<HTMLElement>('[data-part]');
    const now = new Map<string, Standing>();
    let moved = false;
    for (const part of parts) {
      const id = part.dataset['part'] ?? '';
      const at = part.getBoundingClientRect();
      const isBar = part.dataset['bar'] !== undefined;
      // A name may have other lines where it is small.
      const letters = part.querySelector('h1');
      const size = isBar
        ? at.width
        : letters
          ? parseFloat(getComputedStyle(letters).fontSize)
          : at.height;
      const left = at.left - stage.left;
      const top = at.top - stage.top;
      const unit = stage.height;
      now.set(id, { left: left / unit, top: top / unit, size: size / unit });
      const from = stood.current.get(id);
      if (!moves || !from || at.width === 0) continue;
      const x = from.left * unit - left;
      const y = from.top * unit - top;
      if (!(Math.abs(x) >= 1)) continue;
      moved = true;
      const scale = (from.size * unit) / size;
      part.style.transformOrigin = 'top left';
      // Up or down and to its size first, so that it goes to its side above or below what stands there.
      const small = `translateY(${y}px) scale(${scale}, ${isBar ? 1 : scale})`;
      play(part, [{ transform: small }, { transform: 'none' }], {
        duration: MOVE_MS * RISE,
        easing: EASE_MOVE,
      });
      play(part, [{ translate: `${x}px 0` }, { translate: '0 0' }], {
        duration: MOVE_MS,
        easing: EASE_ASIDE,
      });
      if (isBar)
        play(part.querySelector('[data-red]'), [{ opacity: 1 }, { opacity: 0 }], {
          duration: 240,
          delay: MOVE_MS,
        });
    }
    // What moves passes by it.
    if (moved)
      play(root.current.querySelector('[data-headline]'), [{ opacity: 0 }, { opacity: 1 }], {
        duration: MOVE_MS / 3,
        delay: MOVE_MS * 0.8,
      });
    stood.current = now;
  }, [root, pictures, moves]);
}
