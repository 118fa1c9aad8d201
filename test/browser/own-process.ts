// What a whole meeting in a test stands on: a built server in a process of its own, a browser, a moderator without a page.
import type { Browser, Page } from 'playwright-core';
import { StaffClient } from '../../scripts/staff-client.ts';
import { freePort, staffLink, startServerProcess } from '../server-process.ts';
import { temporaryFolder } from '../with-server.ts';
import { launch, open, type Opened } from './browser.ts';

export interface OwnProcess {
  readonly origin: string;
  readonly browser: Browser;
  /** Not logged in yet. */
  readonly desk: StaffClient;
  /** All that {@link OwnProcess.show} has opened, for their complaints. */
  readonly opened: readonly Opened[];
  /** The one-time link of the first moderator. */
  readonly link: () => Promise<string>;
  readonly show: (url: string, size: Parameters<typeof open>[2]) => Promise<Page>;
  /** The machine dies, and another start on the same folder and port follows. */
  readonly crash: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export async function startOwnProcess(): Promise<OwnProcess> {
  const folder = temporaryFolder();
  const port = await freePort();
  let server = await startServerProcess(port, folder.path);
  const { origin } = server;
  const browser = await launch();
  const desk = new StaffClient(origin);
  const opened: Opened[] = [];
  return {
    origin,
    browser,
    desk,
    opened,
    link: () => staffLink(server),
    async show(url, size) {
      const one = await open(browser, url, size);
      opened.push(one);
      return one.page;
    },
    async crash() {
      await server.kill();
      server = await startServerProcess(port, folder.path);
    },
    async close() {
      desk.close();
      await browser.close();
      await server.stop();
      folder.remove();
    },
  };
}
