// The pictures of the day itself: draws, check-in, presentations, scoring, a question, the written round, the standings.
import type { Page } from 'playwright-core';
import type { ItemId } from '../../shared/ids.ts';
import { consoleText } from '../../shared/text/console.ts';
import { countedText } from '../../shared/text/counted.ts';
import { deskText } from '../../shared/text/desk.ts';
import { drawText } from '../../shared/text/draw.ts';
import { greetingText } from '../../shared/text/greeting.ts';
import { printedText } from '../../shared/text/printed.ts';
import { phoneText } from '../../shared/text/phone.ts';
import { templateText } from '../../shared/text/template.ts';
import { writtenText } from '../../shared/text/written.ts';
import type { PrintedTicket } from '../../shared/printed-ticket.ts';
import { readDice } from '../read-dice.ts';
import type { StaffClient } from '../staff-client.ts';
import { Panel } from './panel.ts';
import type { Shoot } from './shoot.ts';

const DICE = [
  '84019375620184736251',
  '33719204858162047395',
  '90217365481029384756',
  '51738290461573920648',
] as const;
const SEATS = 50;
/** Who does not come, and who of the panel holds the phone of the pictures: by place among the seated. */
const [ABSENT, OWN] = [31, 4];

export async function day(shoot: Shoot, staff: StaffClient, page: Page): Promise<void> {
  const panel = new Panel(shoot.origin);
  try {
    await new Day(shoot, staff, page, panel).run();
  } finally {
    panel.close();
  }
}

class Day {
  readonly #shoot: Shoot;
  readonly #staff: StaffClient;
  readonly #page: Page;
  readonly #panel: Panel;

  constructor(shoot: Shoot, staff: StaffClient, page: Page, panel: Panel) {
    this.#shoot = shoot;
    this.#staff = staff;
    this.#page = page;
    this.#panel = panel;
  }

  get #text() {
    return consoleText[this.#shoot.language];
  }

  async run(): Promise<void> {
    const { camera, origin } = this.#shoot;
    const staff = this.#staff;
    const base = `${origin}/m/${staff.meeting}`;
    const tickets = await staff.tickets('pool');
    const screen = await camera.show(`${base}/screen`, 'projector');
    await this.#page.goto(`${base}/console/stage`);
    // The bell asks for one press.
    await screen.keyboard.press('a');
    await this.#drawPanel(screen);
    const phone = await this.#checkIn(tickets, screen);
    await this.#presenters(screen);
    await this.#firstTurn(screen, phone);
    await this.#otherTurns();
    await this.#written(phone);
    await this.#standings(screen, phone);
    await this.#after(screen);
  }

  /** Until the next step's card shows what the next step is. */
  async #card(): Promise<void> {
    const { touched } = this.#staff.view.control.next.expects;
    await this.#page.locator(`[data-touched="${String(touched)}"]`).waitFor();
  }

  async #enter(item: string): Promise<void> {
    await this.#staff.run({ type: 'EnterItem', item: item as ItemId });
  }

  async #dice(digits: string): Promise<void> {
    const { body } = this.#staff.view.control.stage;
    if (body.kind !== 'draw' || body.draw.id === null) throw new Error('no draw is locked');
    await readDice(this.#staff, body.draw.id, digits);
  }

  async #names(shown: number): Promise<void> {
    const { body } = this.#staff.view.control.stage;
    if (body.kind !== 'draw' || body.draw.id === null) throw new Error('no draw is locked');
    await this.#staff.run({ type: 'ShowNames', draw: body.draw.id, shown });
  }

  async #fill(phone: Page, criteria: readonly string[], scores: readonly number[]): Promise<void> {
    const { type } = phoneText[this.#shoot.language].sheet;
    for (const [n, score] of scores.entries())
      await phone.getByLabel(type(criteria[n] ?? ''), { exact: true }).fill(String(score));
  }

  /** The screen shows what the staff's view has. */
  async #seen(page: Page, text: string): Promise<void> {
    await page.getByText(text, { exact: true }).first().waitFor();
  }

  async #drawPanel(screen: Page): Promise<void> {
    const { take } = this.#shoot;
    const { dice } = this.#text;
    await this.#enter('panel');
    await this.#card();
    await this.#seen(screen, drawText[this.#shoot.language].heading('panel'));
    await this.#seen(this.#page, drawText[this.#shoot.language].heading('panel'));
    await take(this.#page, 'stage');
    await this.#staff.next();
    await this.#card();
    await this.#page.getByLabel(dice.first).fill(DICE[0]);
    await this.#page.getByText(dice.firstWhole).waitFor();
    await this.#page.getByLabel(dice.second).fill(DICE[0].slice(0, 12));
    await this.#page.getByText(dice.of(12, DICE[0].length)).waitFor();
    await take(this.#page, 'dice');
    await this.#page.getByLabel(dice.second).fill(DICE[0]);
    await this.#staff.until(({ control }) => control.dice === null);
    await this.#names(SEATS);
    await this.#staff.until(({ setup }) => setup.seats === SEATS);
  }

  async #checkIn(tickets: readonly PrintedTicket[], screen: Page): Promise<Page> {
    const { camera, take, language, origin } = this.#shoot;
    const staff = this.#staff;
    await this.#enter('check-in');
    const ticketOf = new Map<string, PrintedTicket>(tickets.map((one) => [one.reviewer, one]));
    const of = (reviewer: string | null) => ticketOf.get(reviewer ?? '');
    const seated = staff.view.people.filter(({ seat }) => seat !== null);
    const absent = seated[ABSENT];
    const own = seated.slice(OWN).find(({ recusals }) => recusals.length === 0);
    if (!absent || !own) throw new Error('a panel without seats');
    const phone = await camera.show(here(of(own.reviewer), origin), 'phone');
    const start = phone.getByRole('button', { name: greetingText[language].start });
    await start.waitFor();
    await take(phone, 'phone-greeting');
    await start.click();
    const others = seated.filter((one) => one !== absent && one !== own);
    await this.#panel.join(
      staff.meeting,
      others.flatMap(({ reviewer }) => of(reviewer) ?? []),
    );
    await staff.until(({ progress }) => progress.done === SEATS - 1);
    await this.#seen(screen, String(SEATS - 1));
    await take(screen, 'screen-check-in');

    // Somebody of the reserve is here, and takes the empty seat.
    const reserve = staff.view.people.find(
      ({ group, seat, reviewer }) => group === absent.group && seat === null && reviewer !== null,
    );
    const waiting = await camera.show(here(of(reserve?.reviewer ?? null), origin), 'phone');
    await staff.until(({ desk }) => desk.plan.length > 0);
    await this.#page.goto(`${origin}/m/${staff.meeting}/console/desk`);
    const words = deskText[language];
    const plan = this.#page.getByRole('form', { name: words.absentPlan.title });
    await plan
      .getByLabel(this.#text.reason.label)
      .fill(language === 'zh' ? '未到会' : 'did not come');
    await take(this.#page, 'desk');
    await staff.run({
      type: 'ReplaceSeat',
      ...{ seat: absent.seat ?? ('' as never), why: 'no-show', reason: 'x', vacant: false },
    });
    const greeted = waiting.getByRole('button', { name: greetingText[language].start });
    await greeted.waitFor();
    await waiting.context().close();
    await this.#panel.join(
      staff.meeting,
      [of(reserve?.reviewer ?? null)].flatMap((one) => one ?? []),
    );
    await this.#page.goto(`${origin}/m/${staff.meeting}/console/stage`);
    return phone;
  }

  async #presenters(screen: Page): Promise<void> {
    const { take } = this.#shoot;
    await this.#enter('presenters');
    await this.#staff.next();
    await this.#dice(DICE[1]);
    await this.#names(7);
    const { body } = this.#staff.view.control.stage;
    const last = body.kind === 'draw' ? body.draw.shown.at(-1) : undefined;
    await this.#seen(screen, last?.name ?? '');
    await take(screen, 'screen-draw');
    await this.#names(12);
  }

  get #turns() {
    return this.#staff.view.agenda.flatMap(({ item, subject }) =>
      item.kind === 'presentation' && subject ? [{ item, subject }] : [],
    );
  }

  #scoring(subject: string): string {
    const row = this.#staff.view.agenda.find(
      ({ item, subject: one }) => item.kind === 'score' && one?.id === subject,
    );
    return row?.item.id ?? '';
  }

  async #firstTurn(screen: Page, phone: Page): Promise<void> {
    const { camera, take, language, origin } = this.#shoot;
    const staff = this.#staff;
    const [turn] = this.#turns;
    if (!turn) throw new Error('nobody presents');
    await this.#enter(turn.item.id);
    await this.#seen(screen, turn.subject.name);
    await staff.run({ type: 'StartCountdown', item: turn.item.id });
    await take(screen, 'screen-presentation');

    const id = 'question' as ItemId;
    await staff.run({
      type: 'AddItems',
      after: turn.item.id,
      items: [{ id, kind: 'draw', purpose: 'questioner', take: 1, sources: ['salt'] }],
    });
    await this.#enter(id);
    await staff.next();
    await this.#card();

    await this.#enter(this.#scoring(turn.subject.id));
    await staff.next();
    await phone.getByRole('button', { name: phoneText[language].sheet.missing(4) }).waitFor();
    const { criteria } = templateText[language];
    await this.#fill(phone, criteria, [36, 18, 22]);
    await phone.getByRole('button', { name: phoneText[language].sheet.missing(1) }).waitFor();
    await take(phone, 'phone-sheet');
    await this.#fill(phone, criteria, [36, 18, 22, 13]);
    await phone
      .getByRole('button', { name: phoneText[language].sheet.submit, exact: true })
      .click();
    await phone.getByRole('heading', { name: countedText[language].word }).waitFor();
    await take(phone, 'phone-counted');
    const scored = 1 + (await this.#panel.score(44));
    await staff.until(({ progress }) => progress.done === scored);
    await this.#card();
    await this.#seen(this.#page, this.#text.people.titles.ballots);
    await take(this.#page, 'scoring');
    await this.#seen(screen, String(scored));
    await take(screen, 'screen-live');
    const watch = await camera.show(`${origin}/m/${staff.meeting}/watch`, 'phone');
    await this.#seen(watch, turn.subject.name);
    await take(watch, 'watch');
    await watch.context().close();
    await this.#panel.score();
    await staff.next();
    await staff.reveal();
  }

  /** The second is hidden until its reveal, and closed too early. */
  async #otherTurns(): Promise<void> {
    const { take } = this.#shoot;
    const staff = this.#staff;
    for (const [n, { item, subject }] of this.#turns.slice(1).entries()) {
      const scoring = this.#scoring(subject.id);
      const row = staff.view.agenda.find((one) => one.item.id === scoring)?.item;
      if (n === 0 && row?.kind === 'score')
        await staff.run({ type: 'ChangeItem', item: { ...row, disclosure: 'hidden' } });
      await this.#enter(item.id);
      await this.#enter(scoring);
      await staff.next();
      await staff.until(({ progress }) => progress.expected > 0);
      await this.#panel.score(n === 0 ? 30 : Infinity);
      await staff.next();
      // Closed too early; the others close as they should.
      if (n === 0) {
        await this.#card();
        await this.#page.getByRole('button', { name: `${this.#text.stage.reopen}…` }).waitFor();
        await take(this.#page, 'reopen');
      }
      await staff.reveal();
    }
  }

  async #written(phone: Page): Promise<void> {
    const { take, language } = this.#shoot;
    const staff = this.#staff;
    await this.#enter('written');
    await staff.next();
    const words = writtenText[language];
    const title = phone.getByRole('heading', { name: words.title });
    const way = phone.getByRole('button', { name: /\d+ \/ \d+$/ });
    await title.or(way).first().waitFor();
    if (await way.isVisible()) await way.click();
    await title.waitFor();
    await this.#fill(phone, templateText[language].written.criteria, [37, 28, 26]);
    await phone.getByRole('button', { name: words.keys.next, exact: true }).click();
    await phone.getByRole('listitem').first().getByLabel(words.states.counted).waitFor();
    await take(phone, 'phone-written');
    await this.#panel.score();
    await staff.next();
    await staff.next();
  }

  async #standings(screen: Page, phone: Page): Promise<void> {
    const { take } = this.#shoot;
    await this.#enter('board');
    await this.#staff.run({ type: 'ShowRows', item: 'board' as ItemId, take: 'all' });
    await this.#staff.run({ type: 'TurnBoard', category: 'all' });
    const [first] = this.#staff.view.board.rows;
    await this.#seen(screen, first?.score ?? '');
    await take(screen, 'screen-board');
    await phone.context().close();
    await this.#enter('verification');
    await this.#staff.next();
    await this.#dice(DICE[2]);
    await this.#names(8);
    await this.#enter('team');
    await this.#staff.next();
    await this.#dice(DICE[3]);
    await this.#names(5);
  }

  async #after(screen: Page): Promise<void> {
    const { take, origin, language } = this.#shoot;
    const base = `${origin}/m/${this.#staff.meeting}/console`;
    await screen.context().close();
    await this.#page.goto(`${base}/minutes`);
    await this.#page.getByRole('button', { name: printedText[language].print }).waitFor();
    await take(this.#page, 'minutes');
    await this.#page.goto(`${base}/setup/meeting`);
    await this.#page
      .getByRole('button', { name: this.#text.title })
      .or(this.#page.getByRole('heading', { level: 2 }))
      .first()
      .waitFor();
    await take(this.#page, 'erase', 1350);
  }
}

/** A ticket's address as opened at this machine. */
function here(ticket: PrintedTicket | undefined, origin: string): string {
  if (!ticket) throw new Error('no ticket');
  const { pathname, hash } = new URL(ticket.url);
  return `${origin}${pathname}${hash}`;
}
