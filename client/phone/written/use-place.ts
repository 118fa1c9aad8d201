// Brings the open unit to one place on the glass and lets the list travel there, so that a thumb need not move: the unit's lower
// edge lies where the one before had it; a sheet of several lines begins at the upper edge instead.
import { useEffectEvent, useLayoutEffect, useRef, useState, type RefObject } from 'react';
import { after } from '../../live/until-ended.ts';
import { BOUNCE_MS } from '../../parts/bounce.ts';
import { EASE_MOVE, play } from '../../screen/motion.ts';

/** The list moves for so long. Keys take no tap for longer: a double tap never scores, or skips, the next unit. */
const MOVE_MS = 200;

/** Where a unit lies: its lower edge so far above the list's own, in rem and as a share of its height at most; or at the top. */
export type Anchor = { readonly rem: number; readonly share: number } | 'top';

export interface FixedPlace {
  readonly list: RefObject<HTMLDivElement | null>;
  /** Its width in rem. */
  readonly wide: number;
  /** To be called before another unit opens: where everything was. */
  readonly remember: () => void;
  /** Whether what was pressed now was meant for the unit that was there a moment ago. */
  readonly isMoving: () => boolean;
}

/**
 * @param open the unit's key
 * @param shown keys of the rows in their order: what comes or goes above moves nothing under the thumb
 */
export function useFixedPlace(
  open: string | null,
  shown: readonly string[],
  anchor: Anchor,
): FixedPlace {
  const list = useRef<HTMLDivElement>(null);
  const [wide, setWide] = useState(24);
  const before = useRef<ReadonlyMap<string, number>>(new Map());
  const last = useRef<{ readonly open: string | null; readonly at: number; readonly n: number }>({
    ...{ open: null, at: 0, n: -1 },
  });
  const moving = useRef(() => {});

  const toPlace = useEffectEvent((isNew: boolean) => {
    const box = list.current;
    // Behind the last unit the list stays as that one had it.
    const key = open ?? last.current.open;
    const row = key === null ? null : rowOf(box, key);
    if (!box || !row) return;
    const edge = anchor === 'top' ? row.offsetTop : row.offsetTop + row.offsetHeight;
    // Above the first unit stands how the page is used.
    if (isNew && anchor === 'top' && key === shown[0]) box.scrollTop = 0;
    else if (isNew) box.scrollTop = edge - placeIn(box, row, anchor);
    else box.scrollTop += edge - last.current.at;
    last.current = { open: key, at: edge, n: shown.indexOf(key ?? '') };
  });

  const how = anchor === 'top' ? 'top' : `${anchor.rem}`;
  const keys = shown.join(' ');
  useLayoutEffect(() => {
    const { open: was, n } = last.current;
    const isNew = was !== open;
    toPlace(isNew);
    if (!isNew || was === null) return;
    moving.current();
    const box = list.current;
    box?.setAttribute('aria-busy', 'true');
    moving.current = after(BOUNCE_MS, () => {
      box?.removeAttribute('aria-busy');
    });
    travel(box, before.current, open, last.current.n - n);
  }, [open, keys, how]);

  // Letters, bars and keypads come and go, and names take several lines: the place stays.
  useLayoutEffect(() => {
    const box = list.current;
    if (!box || typeof ResizeObserver === 'undefined') return;
    let high = 0;
    const watch = new ResizeObserver(() => {
      const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
      setWide(Math.floor((box.clientWidth / root) * 4) / 4);
      box.style.setProperty('--room', `${box.clientHeight}px`);
      toPlace(box.clientHeight !== high);
      high = box.clientHeight;
    });
    watch.observe(box);
    const row = open === null ? null : rowOf(box, open);
    if (row) watch.observe(row);
    return () => {
      watch.disconnect();
    };
  }, [open]);

  return {
    list,
    wide,
    remember: () => {
      before.current = topsIn(list.current);
    },
    isMoving: () => list.current?.hasAttribute('aria-busy') === true,
  };
}

/** From the list's upper edge to where the unit's own edge belongs. */
function placeIn(box: HTMLElement, row: HTMLElement, anchor: Anchor): number {
  if (anchor === 'top') return 0;
  const root = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const below = Math.min(anchor.rem * root, anchor.share * box.clientHeight);
  // A unit that is higher than its room is seen from its name on, or at least by its keys.
  return Math.min(box.clientHeight, Math.max(row.offsetHeight, box.clientHeight - below));
}

/** From where each row was to where it is; what comes from outside the glass is simply there. */
function travel(
  box: HTMLElement | null,
  before: ReadonlyMap<string, number>,
  open: string | null,
  way: number,
): void {
  if (!box || way === 0) return;
  const { top, bottom } = box.getBoundingClientRect();
  const timing = { duration: MOVE_MS, easing: EASE_MOVE };
  for (const row of rowsIn(box)) {
    const key = row.dataset['key'] ?? '';
    const now = row.getBoundingClientRect();
    const was = before.get(key);
    if (now.bottom < top || now.top > bottom || was === undefined) continue;
    if (key === open) {
      const from = [{ transform: `translateY(${way > 0 ? 0.5 : -0.5}rem)`, opacity: 0 }, {}];
      play(row.querySelector('[data-moves]'), from, timing);
    } else if (Math.abs(was - now.top) < bottom - top)
      play(row, [{ transform: `translateY(${was - now.top}px)` }, {}], timing);
  }
}

function topsIn(box: HTMLElement | null): ReadonlyMap<string, number> {
  return new Map(
    rowsIn(box).map((row) => [row.dataset['key'] ?? '', row.getBoundingClientRect().top]),
  );
}

function rowOf(box: HTMLElement | null, key: string): HTMLElement | null {
  return rowsIn(box).find((row) => row.dataset['key'] === key) ?? null;
}

function rowsIn(box: HTMLElement | null): readonly HTMLElement[] {
  return box ? [...box.querySelectorAll<HTMLElement>('li[data-key]')] : [];
}
