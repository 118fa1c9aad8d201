// A hall with a written round over many units, for tests of the phone's page: one sheet with a grade, a number or criteria.
import type { Browser } from 'playwright-core';
import { SocketPhone } from '../../server/rehearsal/socket-phone.ts';
import type { StaffClient } from '../../scripts/staff-client.ts';
import type { ItemId, RoundId, SubjectId } from '../../shared/ids.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import type { Limits } from '../../shared/scoring/limits.ts';
import type { Sheet } from '../../shared/scoring/sheet.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { moderator, must, type TestServer } from '../with-server.ts';
import { open, type Opened } from './browser.ts';

type Made = Omit<Sheet, 'version' | 'reason'>;

export const ROUND = 'r-w' as RoundId;

export const GRADES = {
  zh: ['优秀', '良好', '达标', '诫勉'],
  en: ['Excellent', 'Good', 'Pass', 'Warned'],
};

const scaleOf = (names: readonly string[]) =>
  names.map((name, n) => ({ id: `g${String(n)}`, name, mark: String(95 - 10 * n) }));

export const SHEETS = {
  grades: (names: readonly string[] = GRADES.zh): Made => ({
    ...{ id: 'grades', name: '等次表' },
    children: [{ id: 'g', name: '等次', weight: '100', max: '100', scale: scaleOf(names) }],
  }),
  number: (max = '100', step = '1'): Made => ({
    ...{ id: 'number', name: '总分表' },
    children: [{ id: 'n', name: '总分', weight: '100', max, step }],
  }),
};

/** 100 units of four categories with names of every usual length, six people of one group. */
export const UNITS = `编号,单位名称,类别\n${Array.from({ length: 200 }, (_, n) => {
  const kinds = ['区级部门', '双管单位', '乡镇', '街道'];
  const names = [
    '区金融办',
    '区外事办',
    '区机关事务服务中心',
    '区城管执法监察局',
    '区重大项目协调办',
    '区投资促进局',
  ];
  return `U${String(n + 1)},${names[n % 6] ?? ''}${String(n + 1)},${kinds[Math.floor(n / 17) % 4] ?? ''}`;
}).join('\n')}\n`;
const PEOPLE = `编号,姓名,组别\n${[1, 2, 3, 4, 5, 6].map((n) => `P${String(n)},代表${String(n)},群众代表`).join('\n')}\n`;

export interface ThumbHall {
  readonly staff: StaffClient;
  readonly tickets: readonly PrintedTicket[];
  /** Everyone's connection ends, so that the server can stop. */
  readonly leave: () => void;
}

/** The round is on stage and open over the first `count` units. */
export async function writtenHall(
  server: TestServer,
  sheet: Made,
  {
    count = 65,
    limits,
    units = UNITS,
    people = PEOPLE,
  }: {
    readonly count?: number;
    readonly limits?: Limits;
    readonly units?: string;
    readonly people?: string;
  } = {},
): Promise<ThumbHall> {
  const staff = await moderator(server);
  await staff.importRoster('subjects', 'u.csv', new TextEncoder().encode(units));
  await staff.importRoster('reviewers', 'p.csv', new TextEncoder().encode(people));
  const reviewers = staff.view.people.flatMap(({ reviewer }) => reviewer ?? []);
  await staff.run({ type: 'FillSeats', reviewers });
  await staff.run({ type: 'AdoptSheet', sheet });
  const subjects = staff.view.subjects.slice(0, count).map(({ id }) => id);
  const tickets = await staff.tickets(reviewers);
  // Somebody is there as the round opens.
  const phone = new SocketPhone({
    ...{ origin: staff.origin, meeting: staff.meeting },
    ticket: new URL(must(tickets.at(-1)).url).hash.slice(1),
  });
  await phone.join();
  await openWritten(staff, sheet.id, subjects, limits);
  const leave = () => {
    phone.close();
    staff.close();
  };
  return { staff, tickets, leave };
}

export async function openWritten(
  staff: StaffClient,
  sheet: string,
  subjects: readonly SubjectId[],
  limits?: Limits,
): Promise<void> {
  const item = 'w' as ItemId;
  const about = { id: item, kind: 'written', subjects, sheet, disclosure: 'hidden' } as const;
  await staff.run({
    type: 'SetAgenda',
    items: [
      { id: 'break' as ItemId, kind: 'card', title: '休息', text: '' },
      limits ? { ...about, limits } : about,
      { id: 'end' as ItemId, kind: 'board' },
    ],
  });
  await staff.run({ type: 'EnterItem', item });
  await staff.run({ type: 'OpenRound', item });
}

/** One panel member's phone at the page of the written round. */
export async function thumbPhone(
  browser: Browser,
  { tickets }: ThumbHall,
  n = 0,
  language: 'zh' | 'en' = 'zh',
  size: Parameters<typeof open>[2] = 'phone',
  large = false,
): Promise<Opened> {
  const opened = await open(browser, must(tickets[n]).url, size, language, { large });
  await opened.page
    .getByRole('button', { name: greetingText[language].start, exact: true })
    .click();
  await opened.page.locator('li[data-open]').waitFor();
  if (large) await opened.page.locator('html[data-large]').waitFor({ state: 'attached' });
  return opened;
}
