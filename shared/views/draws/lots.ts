// A draw by lots as everyone sees it: the list before its lock, then how many panels are left after each digit (DRAW.md §9).
import { cellsOf } from '../../draw/cells.ts';
import { codeName, GROUP } from '../../meeting/attributes.ts';
import { meets } from '../../draw/quotas.ts';
import { cellName, type Named as Names } from '../../meeting/draws/cell-names.ts';
import { digitsThrown, panelsLeft, waitsForNumbers } from '../../meeting/draws/lots.ts';
import { madeFor, termsWith } from '../../meeting/draws/made.ts';
import { quotaId } from '../../meeting/draws/quotas.ts';
import { dieStates, numbersIn } from '../../meeting/draws/reading.ts';
import type { DrawTerms } from '../../meeting/draws/terms.ts';
import type { Draw, DrawnLots, LotsList } from '../../meeting/draws/draw.ts';
import type { ItemOf } from '../../meeting/agenda/item.ts';
import type { Meeting } from '../../meeting/state.ts';
import { isByQuotas } from './draw-cells.ts';
import type {
  DieSlot,
  LotsGroup,
  ShownLots,
  ShownLotsList,
  ShownNumbers,
} from '../slices/draw-slices.ts';

/** What groups and values are looked up in. */
type Named = Names & { readonly meeting: Meeting };

/** Before the lock; null where the item draws by another rule. */
export function lotsToCome(seen: Named, item: ItemOf<'draw'>, terms: DrawTerms): ShownLots | null {
  const { meeting } = seen;
  if (terms.rule.kind !== 'lots') return null;
  const asked = meeting.lots.get(item.id);
  const found = madeFor(meeting, item);
  const fresh = found && 'list' in found ? found : null;
  return {
    of: terms.rule.m,
    // One that was made for others is none.
    list: fresh ? 'made' : asked && asked.phase !== 'made' ? asked.phase : 'none',
    why: asked?.phase === 'failed' ? asked.why : null,
    made: fresh && shownList(fresh.list),
    ...{ numbered: null, numbering: false },
    digits: emptySlots(terms.rule.m),
    ...leftOf(seen, fresh ? termsWith(terms, fresh) : terms, null, ''),
  };
}

/** Null where the draw is by another rule. */
export function lotsOf(seen: Named, draw: Draw): ShownLots | null {
  const { lots, lock } = draw;
  if (!lots || lock.rule.kind !== 'lots') return null;
  const { numbered } = lots;
  return {
    of: lock.rule.m,
    ...{ list: 'made', why: null, made: shownList(lots.list) },
    numbered: numbered && shownNumbers(numbered),
    numbering: waitsForNumbers(draw),
    digits: slotsOf(draw, lock.rule.m),
    ...leftOf(seen, lock, numbered, digitsThrown(draw)),
  };
}

function shownList({ hash, least, most, best }: LotsList): ShownLotsList {
  return { hash, least, most, best };
}

function shownNumbers({ hash, made, together }: NonNullable<DrawnLots['numbered']>): ShownNumbers {
  const { distinct, always, never } = together;
  return { hash, made, distinct, always, never };
}

/** Everybody is in some panel: before the first digit nobody is out. */
function leftOf(
  seen: Named,
  { pool, rule }: Pick<DrawTerms, 'pool' | 'rule'>,
  numbered: DrawnLots['numbered'],
  digits: string,
): Pick<ShownLots, 'left' | 'still' | 'groups'> {
  const all = rule.kind === 'lots' ? rule.m : 0;
  const panels = numbered && digits !== '' ? panelsLeft(numbered, digits) : null;
  const ids = panels && new Set(panels.flat());
  const isIn = ({ id }: { readonly id: string }) => ids === null || ids.has(id);
  return {
    left: panels ? panels.length : all,
    still: pool.filter(isIn).length,
    groups: groupsOf(seen, pool, rule, isIn),
  };
}

function groupsOf(
  seen: Named,
  pool: DrawTerms['pool'],
  rule: DrawTerms['rule'],
  isIn: (one: { readonly id: string }) => boolean,
): readonly LotsGroup[] {
  if (rule.kind !== 'lots' || rule.by.length === 0) return [];
  if (isByQuotas(rule))
    return rule.quotas.map((quota) => {
      const own = pool.filter((member) => meets(member, quota));
      const id = quotaId(quota);
      return {
        ...{ id, name: cellName(seen, id), of: own.length },
        ...(quota.a === GROUP ? {} : { short: codeName(seen.directory, quota.a, quota.v) }),
        still: own.filter(isIn).length,
      };
    });
  const order = seen.meeting.groups.map(({ id }): string => id);
  return [...cellsOf(pool, rule.by)]
    .sort(([one], [other]) => order.indexOf(one) - order.indexOf(other))
    .map(([id, members]) => ({
      ...{ id, name: cellName(seen, id), of: members.length },
      still: members.filter(isIn).length,
    }));
}

function slotsOf(draw: Draw, m: number): readonly DieSlot[] {
  if (numbersIn(draw) === null || draw.phase === 'void') return emptySlots(m);
  if (draw.phase === 'determined')
    return Array.from(digitsThrown(draw), (digit): DieSlot => ({ state: 'agreed', digit }));
  const { first } = draw.readings;
  return dieStates(draw.readings, emptySlots(m).length).map((state, n) => ({
    state,
    digit: state === 'read' || state === 'agreed' ? (first.row[n] ?? null) : null,
  }));
}

function emptySlots(m: number): readonly DieSlot[] {
  return Array.from({ length: String(m).length - 1 }, () => ({ state: 'empty', digit: null }));
}
