// What is said about the next step, from the numbers that the server sends with it.
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { drawsPeople, PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { consoleText, type StepFacts } from '../../../shared/text/console.ts';
import { noLiveText } from '../../../shared/text/no-live.ts';
import { absentText } from '../../../shared/text/console/absent.ts';
import { shortGroupsText } from '../../../shared/text/console/short-groups.ts';
import type { WrittenProgress } from '../../../shared/views/slices/number-slices.ts';
import { factsOf } from '../../live/kinds.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { itemKind } from './rail-rows.ts';

export function useStepWords() {
  const text = useText(consoleText);
  const shortWords = useText(shortGroupsText);
  const whyHidden = useText(noLiveText);
  const absentWords = useText(absentText);
  const { next, stage, salt } = useView((view) => view.control);
  const agenda = useView((view) => view.agenda);
  const written = useView((view) => view.written);
  const { body } = stage;
  const nothing = {
    ...{ item: null, owed: 0, of: 0, papers: 0, short: null, hides: null },
    ...{ locks: false, absent: null, comes: 0, group: '', every: null },
    ...{ numbers: false, why: null },
  };
  const unturned = { place: 0, page: null, about: '' };
  const {
    item,
    owed,
    of,
    papers,
    short,
    hides,
    locks,
    absent,
    comes,
    group,
    every,
    numbers,
    why,
    ...turned
  } = {
    ...nothing,
    ...unturned,
    ...next,
  };
  const { place, page, about } = turned;
  const row = agenda.find(({ state }) => state === 'now');
  const { subject, round, draw, batch } = factsOf(body);
  const facts: StepFacts = {
    item: item ? itemKind(item.item, text) : '',
    itemUnit: item?.title ?? '',
    n: item?.n ?? 0,
    items: stage.items,
    unit: subject?.name ?? '',
    now: row ? itemKind(row.item, text) : '',
    nowAbout: row?.title ?? '',
    owed,
    of,
    seconds: (row && kindOf(row.item).seconds(row.item)) ?? 0,
    live: round?.disclosure === 'live' && hides === null,
    hides: hides ? whyHidden(hides) : '',
    take: draw?.take ?? 0,
    pool: draw?.of ?? 0,
    people: draw ? drawsPeople(draw.purpose) : false,
    orders: draw ? PURPOSES[draw.purpose].orders : false,
    ...{ comes, group, every: every ?? 0 },
    ...{ lots: draw?.lots?.of ?? 0, numbers, failed: why },
    dice: next.command === null,
    phones: draw?.sources.some(({ type }) => type === 'phones') ?? false,
    assurance: draw ? text.draw.willBe(draw.assurance) : '',
    keeper: salt?.keeper ?? '',
    batch: batchOf(next.command, written) ?? batch ?? 0,
    beside: written.some(({ phase }) => phase === 'open'),
    papers,
    ...{ place, page, category: about },
    locks,
    asker: (draw && PURPOSES[draw.purpose].asks ? draw.standing[0]?.name : null) ?? '',
    started: stage.item !== null,
  };
  const words = text.next.acts[next.act];
  return {
    title: words.title(facts),
    button: words.buttonOf?.(facts) ?? words.button,
    after: words.after(facts),
    /** What a close would leave out, or whose seats are empty; null where there is nothing to say. */
    short: short ? shortWords(short) : absent && absentWords.empty(absent),
  };
}

/** The written round may be closed and revealed while another item is on stage. */
function batchOf(command: StaffCommand | null, written: readonly WrittenProgress[]): number | null {
  return command?.type === 'CloseRound' || command?.type === 'RevealRound'
    ? (written.find(({ round }) => round === command.round)?.subjects ?? 0)
    : null;
}
