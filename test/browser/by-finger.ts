// Hands as the browser feels them: a composition of an input method, fingers on the glass, a wheel, a scanner's burst of keys.
import type { CDPSession, Locator, Page } from 'playwright-core';

export interface Hands {
  /** The input method shows these one after the other, the last one stands; nothing is committed. */
  readonly compose: (...shown: readonly string[]) => Promise<void>;
  /** Ends the composition with this text. */
  readonly commit: (text: string) => Promise<void>;
  /** Ends the composition with nothing. */
  readonly cancel: () => Promise<void>;
  /** One finger from here over these places, then up. */
  readonly stroke: (from: Place, ...over: readonly Place[]) => Promise<void>;
  /** A tap that bounces: the second is under way before the page has answered the first. */
  readonly tapTwice: (at: Place) => Promise<void>;
  /** Every finger that lies on the glass from now on; none lifts them. */
  readonly fingers: (...at: readonly Place[]) => Promise<void>;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

export async function handsOn(page: Page): Promise<Hands> {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  let down = 0;
  const fingers = async (...at: readonly Place[]) => {
    const type = at.length === 0 ? 'touchEnd' : at.length > down ? 'touchStart' : 'touchMove';
    down = at.length;
    await cdp.send('Input.dispatchTouchEvent', {
      type,
      touchPoints: at.map(({ x, y }, id) => ({ x, y, id })),
    });
  };
  return {
    async compose(...shown) {
      for (const text of shown)
        await cdp.send('Input.imeSetComposition', {
          text,
          selectionStart: text.length,
          selectionEnd: text.length,
        });
    },
    async commit(text) {
      await cdp.send('Input.insertText', { text });
    },
    async cancel() {
      await cdp.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    },
    fingers,
    async stroke(from, ...over) {
      await fingers(from);
      for (const place of over) await fingers(place);
      await fingers();
    },
    async tapTwice(at) {
      await Promise.all([fingers(at), fingers(), fingers(at), fingers()]);
    },
  };
}

/** A place within what stands there now, as shares of its width and height. */
export async function placeIn(target: Locator, across: number, down = 0.5): Promise<Place> {
  const box = await target.boundingBox();
  if (!box) throw new Error('nothing is there to touch');
  return { x: box.x + box.width * across, y: box.y + box.height * down };
}

/** `steps` places on the straight line from one place, so far across and down. */
export function line(from: Place, across: number, down: number, steps = 8): readonly Place[] {
  return Array.from({ length: steps }, (_, n) => ({
    x: from.x + (across * (n + 1)) / steps,
    y: from.y + (down * (n + 1)) / steps,
  }));
}
