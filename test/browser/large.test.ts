// The large version on every page that offers it: letters, lines and keys are as large as it promises, at any size of text
// it holds, and axe finds nothing.
import { expect, it } from 'vitest';
import { startServer } from '../with-server.ts';
import { launch, picture } from './browser.ts';
import { readAt, whatFails } from './holds.ts';
import { whatAxeFinds, whatIsSmall } from './large.ts';
import { walk } from './walk.ts';
import { isSoak, PERCENT } from './sizes.ts';

const PHONES = [
  { width: 360, height: 640 },
  { width: 390, height: 844 },
] as const;
const TABLET = { width: 1024, height: 768 };

// English is the longer of the two.
it.each(isSoak ? (['zh', 'en'] as const) : (['en'] as const))(
  'every page of the large version is large, and holds: %s',
  { timeout: 300_000 },
  async (language) => {
    const browser = await launch();
    const server = await startServer({ language });
    let looks = 0;
    try {
      await walk(
        server,
        browser,
        language,
        async ({ page, name }) => {
          if (!/^(join|phone|kiosk|watch)/.test(name)) return;
          looks += 1;
          await page.locator('html[data-large]').waitFor({ state: 'attached' });
          const viewport = page.viewportSize();
          for (const size of name.startsWith('kiosk') ? [TABLET] : PHONES) {
            await page.setViewportSize(size);
            for (const percent of PERCENT) {
              await readAt(page, percent);
              await expect
                .poll(() => whatFails(page), {
                  message: `${name} ${String(size.width)} ${String(percent)}`,
                })
                .toEqual([]);
            }
            await expect
              .poll(() => whatIsSmall(page), { message: `${name} ${String(size.width)}` })
              .toEqual([]);
            await picture(page, `large-${name}-${String(size.width)}-${language}`);
          }
          await expect.poll(() => whatAxeFinds(page), { message: name }).toEqual([]);
          if (viewport) await page.setViewportSize(viewport);
        },
        { large: true },
      );
      expect(looks).toBeGreaterThan(20);
    } finally {
      await browser.close();
      await server.stop();
    }
  },
);
