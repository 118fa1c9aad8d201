// One load of a phone's page over a bad link, pressed through to its first score as soon as there is something to press.
import type { Browser, CDPSession } from 'playwright-core';
import { greetingText } from '../../shared/text/greeting.ts';

export interface Load {
  /** From the start of the navigation, as everything here. */
  readonly greetedMs: number;
  /** A press of the first criterion's + has shown. */
  readonly scoredMs: number;
  /** Begun until then. */
  readonly requests: number;
  /** Of what had come by then, with headers, without frames of sockets. */
  readonly bytes: number;
  readonly waterfall: readonly string[];
}

const LATENCY_MS = 150;
/** 1.6 Mbit/s. */
const BYTES_PER_SECOND = 200_000;
const SLOWER = 4;

/** Presses what there is in the next frame, as nobody could. As text: what compiles this file would name things in it. */
const PRESSES = `
  const marks = (window.marks = {});
  const look = () => {
    for (const button of document.querySelectorAll('button'))
      if (button.textContent === ${JSON.stringify(greetingText.zh.start)} && !marks.greeted) {
        marks.greeted = performance.now();
        button.click();
      }
    const field = document.querySelector('main section input');
    if (field?.value === '') field.nextElementSibling.click();
    if (field && field.value !== '') marks.scored = performance.now();
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
`;

export async function loadBy(browser: Browser, url: string): Promise<Load> {
  const context = await browser.newContext({
    ...{ viewport: { width: 390, height: 844 }, deviceScaleFactor: 2 },
    ...{ locale: 'zh-CN', isMobile: true, hasTouch: true },
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const requests = await slow(session);
  await page.addInitScript(PRESSES);
  await page.goto(url, { waitUntil: 'commit' });
  const marks = await page.waitForFunction(() => {
    const { marks } = window as unknown as {
      readonly marks?: { greeted: number; scored?: number };
    };
    return marks?.scored === undefined ? null : { greeted: marks.greeted, scored: marks.scored };
  });
  const { greeted, scored } = (await marks.jsonValue()) ?? { greeted: NaN, scored: NaN };
  await context.close();
  const until = [...requests.values()].filter(({ begun }) => begun <= scored);
  return {
    ...{ greetedMs: greeted, scoredMs: scored, requests: until.length },
    bytes: until.reduce((sum, { done, bytes }) => sum + (done <= scored ? bytes : 0), 0),
    waterfall: until.map(line),
  };
}

interface Request {
  readonly path: string;
  readonly begun: number;
  readonly answered: number;
  readonly done: number;
  readonly bytes: number;
}

/** Slows a page down, and follows all that it asks for from then on. */
async function slow(session: CDPSession): Promise<ReadonlyMap<string, Request>> {
  const requests = new Map<string, Request>();
  let start: number | null = null;
  /** @param timestamp in seconds of Chromium's own clock */
  const since = (timestamp: number) => (timestamp - (start ??= timestamp)) * 1000;
  const begin = (id: string, url: string, timestamp: number) => {
    const { pathname } = new URL(url);
    const open = { answered: Infinity, done: Infinity, bytes: 0 };
    requests.set(id, { path: pathname, begun: since(timestamp), ...open });
  };
  const note = (id: string, facts: Partial<Request>) => {
    const one = requests.get(id);
    if (one) requests.set(id, { ...one, ...facts });
  };
  session.on('Network.requestWillBeSent', ({ requestId, request, timestamp }) => {
    begin(requestId, request.url, timestamp);
  });
  const sockets = new Map<string, string>();
  session.on('Network.webSocketCreated', ({ requestId, url }) => sockets.set(requestId, url));
  session.on('Network.webSocketWillSendHandshakeRequest', ({ requestId, timestamp }) => {
    begin(requestId, sockets.get(requestId) ?? '', timestamp);
  });
  session.on('Network.webSocketHandshakeResponseReceived', ({ requestId, timestamp }) => {
    note(requestId, { answered: since(timestamp), done: since(timestamp) });
  });
  session.on('Network.responseReceived', ({ requestId, timestamp }) => {
    note(requestId, { answered: since(timestamp) });
  });
  session.on('Network.loadingFinished', ({ requestId, timestamp, encodedDataLength }) => {
    note(requestId, { done: since(timestamp), bytes: encodedDataLength });
  });
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    ...{ offline: false, latency: LATENCY_MS },
    ...{ downloadThroughput: BYTES_PER_SECOND, uploadThroughput: BYTES_PER_SECOND },
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  return requests;
}

function line({ path, begun, answered, done, bytes }: Request): string {
  const at = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : '').padStart(6);
  return `${at(begun)}${at(answered)}${at(done)}${String(bytes).padStart(8)}  ${path}`;
}
