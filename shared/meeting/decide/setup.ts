// Sheet, scheme and agenda. Adopting one makes a new version; rounds keep the version they were opened with.
import { checkSheet } from '../../scoring/sheet.ts';
import { checkScheme } from '../../scoring/scheme.ts';
import type { StaffCommand } from '../commands.ts';
import { drawOfItem, itemById, newestVersion, roundOfItem } from '../lookup.ts';
import type { Item, Meeting } from '../state.ts';
import { accept, refuse, type Decision, type World } from '../world.ts';

type CommandOf<T extends StaffCommand['type']> = Extract<StaffCommand, { readonly type: T }>;

/** Adopts a sheet as the next version of its id. Refused when it is not well formed. */
export function adoptSheet({ meeting }: World, { sheet }: CommandOf<'AdoptSheet'>): Decision {
  const version = (newestVersion(meeting.sheets, sheet.id)?.version ?? 0) + 1;
  const next = { ...sheet, version };
  if (checkSheet(next) !== null) return refuse({ code: 'sheet-invalid' });
  return accept([{ type: 'SheetAdopted', sheet: next }]);
}

/** Adopts a scheme as the next version of its id. Refused when it is not well formed. */
export function adoptScheme({ meeting }: World, { scheme }: CommandOf<'AdoptScheme'>): Decision {
  const version = (newestVersion(meeting.schemes, scheme.id)?.version ?? 0) + 1;
  const next = { ...scheme, version };
  if (checkScheme(next) !== null) return refuse({ code: 'scheme-invalid' });
  return accept([{ type: 'SchemeAdopted', scheme: next }]);
}

/** Replaces the agenda. Items that have been used must stay as they are; the current one must stay. */
export function setAgenda({ meeting }: World, { items }: CommandOf<'SetAgenda'>): Decision {
  if (new Set(items.map(({ id }) => id)).size !== items.length)
    return refuse({ code: 'agenda-invalid' });
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const item of meeting.agenda) {
    const kept = byId.get(item.id);
    if (!isUsed(meeting, item) && item.id !== meeting.current) continue;
    if (!kept || !sameItem(kept, item)) return refuse({ code: 'item-started' });
  }
  const flaw = items.map((item) => itemFlaw(meeting, item)).find((one) => one !== null);
  return flaw ? refuse({ code: flaw }) : accept([{ type: 'AgendaSet', items }]);
}

/** Changes one item's settings, as long as nothing was drawn or opened by them. */
export function changeItem({ meeting }: World, { item }: CommandOf<'ChangeItem'>): Decision {
  const before = itemById(meeting, item.id);
  if (!before || before.kind !== item.kind) return refuse({ code: 'unknown-item' });
  if (isUsed(meeting, before)) return refuse({ code: 'item-started' });
  const flaw = itemFlaw(meeting, item);
  return flaw ? refuse({ code: flaw }) : accept([{ type: 'ItemChanged', item }]);
}

function isUsed(meeting: Meeting, item: Item): boolean {
  const draw = drawOfItem(meeting, item.id);
  return (
    roundOfItem(meeting, item.id) !== undefined || (draw !== undefined && draw.phase !== 'void')
  );
}

function itemFlaw(meeting: Meeting, item: Item): 'unknown-sheet' | 'agenda-invalid' | null {
  switch (item.kind) {
    case 'check-in':
    case 'board':
      return null;
    case 'presentation':
      return meeting.subjects.has(item.subject) ? null : 'agenda-invalid';
    case 'score':
      if (!newestVersion(meeting.sheets, item.sheet)) return 'unknown-sheet';
      return item.subjects.length > 0 &&
        new Set(item.subjects).size === item.subjects.length &&
        item.subjects.every((id) => meeting.subjects.has(id))
        ? null
        : 'agenda-invalid';
    case 'draw':
      if (!newestVersion(meeting.sheets, item.follow.score.sheet)) return 'unknown-sheet';
      return item.sources.length > 0 && new Set(item.sources).size === item.sources.length
        ? null
        : 'agenda-invalid';
  }
}

function sameItem(a: Item, b: Item): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
