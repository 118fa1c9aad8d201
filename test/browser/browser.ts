// Real Chromium for tests, and pictures of what it shows.
import { mkdirSync } from 'node:fs';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/prepare.mjs';

const PICTURES = new URL('../../.cache/screenshots/', import.meta.url).pathname;

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
} as const;

/** @param args of Chromium, beside the usual ones */
export async function launch(args: readonly string[] = []): Promise<Browser> {
  const executablePath = process.env['CHROMIUM'] ?? findChromium();
  if (!executablePath) throw new Error('Chromium is missing: install Debian’s package `chromium`');
  return chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      ...args,
    ],
  });
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of in its console; a page that is well complains of nothing. */
  readonly complaints: readonly string[];
}

/** A browser of its own, as another person's: no cookie is shared. */
export async function open(
  browser: Browser,
  url: string,
  size: keyof typeof SIZES,
  language: 'zh' | 'en' = 'zh',
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
    ...(size === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, context, complaints };
}

/** Keeps a picture under .cache/screenshots, to be looked at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png` });
}
