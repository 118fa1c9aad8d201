// Takes the manual's pictures: Chromium at fixed sizes, one language, no motion, compressed as it writes.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { findChromium } from '../prepare.mjs';

export type Language = 'zh' | 'en';

export const SIZES = {
  phone: { viewport: { width: 390, height: 760 }, isMobile: true, hasTouch: true },
  console: { viewport: { width: 1280, height: 760 } },
  projector: { viewport: { width: 1280, height: 720 } },
} as const satisfies Record<string, BrowserContextOptions>;

const LOCALES = { zh: 'zh-CN', en: 'en-GB' } as const;
/** A phone's picture is looked at close up: two points for each of the page. */
const PHONE_SCALE = 2;
const QUALITY = 72;

export class Camera {
  readonly #browser: Browser;
  readonly #language: Language;
  /** What no picture shows: text that stands there by chance, and what is shown instead. */
  readonly #instead: readonly (readonly [string, string])[];

  private constructor(
    browser: Browser,
    language: Language,
    instead: readonly (readonly [string, string])[],
  ) {
    this.#browser = browser;
    this.#language = language;
    this.#instead = instead;
  }

  static async open(
    language: Language,
    instead: readonly (readonly [string, string])[],
  ): Promise<Camera> {
    const executablePath = findChromium();
    if (executablePath === undefined)
      throw new Error('Chromium is missing (Debian, Ubuntu: apt install chromium)');
    const locale = LOCALES[language];
    const args = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu', `--lang=${locale}`];
    const env = { ...environment(), LANGUAGE: locale.replace('-', '_') };
    const browser = await chromium.launch({ executablePath, args, env });
    return new Camera(browser, language, instead);
  }

  /** A browser of its own, as another person's: no cookie is shared. */
  async show(url: string, size: keyof typeof SIZES): Promise<Page> {
    const context = await this.#browser.newContext({
      ...SIZES[size],
      deviceScaleFactor: size === 'phone' ? PHONE_SCALE : 1,
      timezoneId: 'Asia/Shanghai',
      locale: LOCALES[this.#language],
      reducedMotion: 'reduce',
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    await page.goto(url);
    return page;
  }

  /** @param height of the window, where the usual one cuts off what matters */
  async take(page: Page, path: string, height?: number): Promise<void> {
    const usual = page.viewportSize() ?? SIZES.console.viewport;
    if (height !== undefined) await page.setViewportSize({ ...usual, height });
    // What a view has just brought begins to move a moment later.
    await page.waitForTimeout(300);
    await page.evaluate(settle);
    await page.evaluate(replaceTexts, this.#instead);
    const session = await page.context().newCDPSession(page);
    const { data } = await session.send('Page.captureScreenshot', {
      format: 'webp',
      quality: QUALITY,
    });
    await session.detach();
    if (height !== undefined) await page.setViewportSize(usual);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, Buffer.from(data, 'base64'));
  }

  close(): Promise<void> {
    return this.#browser.close();
  }
}

/** This process's own, without what is unset. */
function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter((one): one is [string, string] => !!one[1]);
  return Object.fromEntries(set);
}

/** Runs in the page: what moves once comes to its end. */
async function settle(): Promise<void> {
  const moving = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(moving.map(({ finished }) => finished.catch(() => null)));
}

/** Runs in the page, on texts and on fields; no function in it has a name, which the page would not know. */
function replaceTexts(instead: readonly (readonly [string, string])[]): void {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (const [from, to] of instead) {
    walker.currentNode = document.body;
    while (walker.nextNode()) {
      const text = walker.currentNode.nodeValue ?? '';
      if (text.includes(from)) walker.currentNode.nodeValue = text.split(from).join(to);
    }
    for (const field of document.querySelectorAll('input'))
      if (field.value.includes(from)) field.value = field.value.split(from).join(to);
  }
}
