// A reader's size of text: at 100, 150 and 200 percent every page holds, on a phone and on a laptop, in both languages, and
// axe finds nothing (in English in the soak alone).
import { expect, it } from 'vitest';
import { startServer } from '../with-server.ts';
import { launch } from './browser.ts';
import { readAt, whatFails } from './holds.ts';
import { whatAxeFinds } from './large.ts';
import { walk } from './walk.ts';
import { isSoak, PERCENT } from './sizes.ts';

const DEVICES = [
  ['phone', { width: 360, height: 740 }],
  ['laptop', { width: 1280, height: 800 }],
] as const;

const LANGUAGES = ['zh', 'en'] as const;

it.each(LANGUAGES)(
  'every page holds at any size of text: %s',
  { timeout: 240_000 },
  async (language) => {
    const browser = await launch();
    const server = await startServer();
    let looks = 0;
    try {
      await walk(server, browser, language, async ({ page, name, device }) => {
        looks++;
        for (const [kind, size] of DEVICES) {
          if (device !== 'both' && device !== kind) continue;
          // Its lines are the longer ones, and a phone's the narrower.
          if (language === 'en' && kind === 'laptop' && device === 'both' && !isSoak) continue;
          await page.setViewportSize(size);
          for (const percent of PERCENT) {
            // The walk goes on at the usual size.
            await readAt(page, percent);
            if (language === 'en' && percent === 100 && !isSoak) continue;
            await expect
              .poll(() => whatFails(page), { message: `${name} ${kind} ${String(percent)}` })
              .toEqual([]);
          }
          // Its rules look at what a page is made of, which is the same in both languages and at most sizes.
          if (isSoak || (language === 'zh' && (kind === 'laptop' || device === 'phone')))
            await expect
              .poll(() => whatAxeFinds(page), { message: `${name} ${kind}`, timeout: 5000 })
              .toEqual([]);
        }
      });
      expect(looks).toBeGreaterThan(50);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
);
