// What is said about the next step, from the numbers that the server sends with it.
import { drawsPeople } from '../../../shared/meeting/draws/purposes.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { consoleText, type StepFacts } from '../../../shared/text/console.ts';
import type { WrittenProgress } from '../../../shared/views/number-slices.ts';
import type { StageBody } from '../../../shared/views/stage-slices.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { itemAbout, itemKind } from './rail-rows.ts';
import { useNaming } from './use-naming.ts';

export interface StepWords {
  readonly title: string;
  readonly button: string;
  readonly after: string;
}

export function useStepWords(): StepWords {
  const text = useText(consoleText);
  const naming = useNaming();
  const { next, stage, salt } = useView((view) => view.control);
  const agenda = useView((view) => view.agenda);
  const written = useView((view) => view.written);
  const { body } = stage;
  const { item, owed, of, papers } = { item: null, owed: 0, of: 0, papers: 0, ...next };
  const present = agenda.find(({ state }) => state === 'now')?.item;
  const seconds = present && 'seconds' in present ? present.seconds : 0;
  const facts: StepFacts = {
    item: item ? itemKind(item, naming) : '',
    itemUnit: item ? itemAbout(item, naming) : '',
    n: item?.n ?? 0,
    items: stage.items,
    unit: body.kind === 'presentation' || body.kind === 'score' ? body.subject.name : '',
    owed,
    of,
    seconds,
    live: body.kind === 'score' && body.disclosure === 'live',
    take: body.kind === 'draw' ? body.draw.take : 0,
    pool: body.kind === 'draw' ? body.draw.of : 0,
    people: body.kind === 'draw' && drawsPeople(body.draw.purpose),
    dice: next.command === null,
    phones: body.kind === 'draw' && body.draw.sources.some(({ type }) => type === 'phones'),
    assurance: body.kind === 'draw' ? text.draw.willBe(body.draw.assurance) : '',
    keeper: salt?.keeper ?? '',
    batch: batchOf(next.command, stage.body, written),
    beside: written.some(({ phase }) => phase === 'open'),
    papers,
    started: stage.item !== null,
  };
  const words = text.next.acts[next.act];
  return { title: words.title(facts), button: words.button, after: words.after(facts) };
}

/** The written round may be closed and revealed while another item is on stage. */
function batchOf(
  command: StaffCommand | null,
  body: StageBody,
  written: readonly WrittenProgress[],
): number {
  if (command?.type === 'CloseRound' || command?.type === 'RevealRound')
    return written.find(({ round }) => round === command.round)?.subjects ?? 0;
  return body.kind === 'written' ? body.subjects : 0;
}
