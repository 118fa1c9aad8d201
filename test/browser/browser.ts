// Real Chromium for tests, and pictures of what it shows.
import { mkdirSync, writeFileSync } from 'node:fs';
import {
  chromium,
  type Browser,
  type BrowserContext,
  type BrowserServer,
  type Page,
} from 'playwright-core';
import { findChromium } from '../../scripts/prepare.mjs';

const CACHE = new URL('../../.cache/', import.meta.url).pathname;
const PICTURES = `${CACHE}screenshots/`;

export const SIZES = {
  phone: { width: 390, height: 844 },
  tablet: { width: 1024, height: 768 },
  laptop: { width: 1366, height: 768 },
  projector: { width: 1920, height: 1080 },
} as const;

/** Chinese fonts of different measures: those of Noto are the widths of PingFang and YaHei. */
export const FONTS = {
  noto: { family: /^Noto S(?:ans|erif) CJK SC/, others: '*/wqy-*' },
  wqy: { family: /^WenQuanYi Micro Hei/, others: '*/Noto*CJK*' },
} as const;

/** The browser that the files of one worker share, a process: it starts once. */
let shared: Promise<BrowserServer> | undefined;

/**
 * A browser: cookies and storage are its contexts' own, and closing it closes these. Without arguments its process is one
 * that others use after it.
 *
 * @param args of Chromium, beside the usual ones
 * @param font the only one of {@link FONTS} that it finds; else whatever the machine has
 */
export async function launch(
  args: readonly string[] = [],
  font?: keyof typeof FONTS,
): Promise<Browser> {
  if (args.length > 0 || font) return chromium.launch(settings(args, font));
  shared ??= chromium.launchServer(settings());
  return chromium.connect((await shared).wsEndpoint());
}

function settings(args: readonly string[] = [], font?: keyof typeof FONTS) {
  const executablePath = process.env['CHROMIUM'] ?? findChromium();
  if (!executablePath)
    throw new Error('Chromium is missing: install Debian’s package `chromium-headless-shell`');
  return {
    executablePath,
    ...(font ? { env: { ...environment(), FONTCONFIG_FILE: fontsBut(FONTS[font].others) } } : {}),
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
  };
}

function environment(): Record<string, string> {
  const set = Object.entries(process.env).filter((one): one is [string, string] => !!one[1]);
  return Object.fromEntries(set);
}

/** A configuration of the system's fonts in which files of this pattern do not exist. */
function fontsBut(pattern: string): string {
  const path = `${CACHE}fonts-without-${pattern.replace(/[^a-z]/gi, '')}.conf`;
  mkdirSync(CACHE, { recursive: true });
  writeFileSync(
    path,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd"><fontconfig>
<include>/etc/fonts/fonts.conf</include>
<selectfont><rejectfont><glob>${pattern}</glob></rejectfont></selectfont></fontconfig>`,
  );
  return path;
}

/** Of {@link FONTS}, those in which texts of these elements are drawn. */
export async function fontsIn(page: Page, selector: string): Promise<readonly string[]> {
  const session = await page.context().newCDPSession(page);
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  const { root } = await session.send('DOM.getDocument');
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  const families = new Set<string>();
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const { familyName } of fonts) families.add(familyName);
  }
  await session.detach();
  return Object.entries(FONTS).flatMap(([font, { family }]) =>
    [...families].some((one) => family.test(one)) ? [font] : [],
  );
}

export interface Opened {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What the page complained of in its console; a page that is well complains of nothing. */
  readonly complaints: readonly string[];
}

/** A browser of its own, as another person's: no cookie is shared. `large`: its person has chosen the large version. */
export async function open(
  browser: Browser,
  url: string,
  size: keyof typeof SIZES,
  language: 'zh' | 'en' = 'zh',
  { large = false }: { readonly large?: boolean } = {},
): Promise<Opened> {
  const context = await browser.newContext({
    viewport: SIZES[size],
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
    ...(size === 'phone' ? { isMobile: true, hasTouch: true, deviceScaleFactor: 2 } : {}),
  });
  context.setDefaultTimeout(45_000);
  if (large)
    await context.addInitScript(() => {
      localStorage.setItem('kleroterion.large', '1');
    });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`${message.text()} ${message.location().url}`);
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.goto(url);
  return { page, context, complaints };
}

/** Keeps a picture under .cache/screenshots, to be looked at, where scripts/test.mjs runs files that somebody named. */
export async function picture(page: Page, name: string, { fullPage = false } = {}): Promise<void> {
  if (process.env['KLEROTERION_PICTURES'] !== '1') return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: `${PICTURES}${name}.png`, fullPage });
}
