// What older versions of the page kept: a seat's whole outbox in one piece (1), ballots, drafts and sheets each under a name
// of its own (2), or slips with flat sheets (3). It is read as slips, so that a ballot that waited while the server was brought up to date still goes
// out, and what such a page changes beside this one is seen here. Under a page of version 2 nothing is taken away.
import { own } from '../../../shared/own.ts';
import type { Form } from '../../../shared/scoring/form.ts';
import { recall } from '../../live/storage.ts';
import { joined } from './join.ts';
import { matterOf, sheetKey, type Target } from './matter.ts';
import { formOfFlat, withForm } from './flat.ts';
import { isObject, isScores, isSlip } from './shape.ts';
import { isOfThree, jsonIn, namesUnder, type Disk, type Kept } from './shelf.ts';
import type { Draft, Slip, Tap } from './phases.ts';
import { blankSlip, typedOn } from './slip.ts';
import type { Slips } from './slips.ts';

type Fields = Readonly<Record<string, unknown>>;

/** One thing that was kept, as version 2 has it. */
interface Item {
  readonly kind: string;
  /** What stands behind its kind in its name. */
  readonly about: string;
  readonly value: Fields;
}

/** @param here what this version knows of the seat */
export function olderIn(key: string, disk: Disk, here: Kept): Kept {
  const [whole, acknowledged] = wholeNames(key).map((name) => jsonIn(recall(name, disk)));
  const items = [
    ...itemsOfPieces(`${key}/`, disk),
    ...itemsOfWhole(whole, acknowledged, here.slips),
  ];
  const found = items.flatMap(({ kind, about, value }) => {
    const form = kind === 'sheet' ? formOfFlat(value) : null;
    return form ? [[about, form] as const] : [];
  });
  const forms = Object.fromEntries(found);
  const slips = new Map<string, Slip>();
  const ofThree = slipsOfThree(key, disk).map((name) => jsonIn(recall(name, disk)));
  for (const older of [...items.map((item) => slipOf(item, forms, here)), ...ofThree]) {
    const slip = withForm(older);
    if (!isSlip(slip)) continue;
    const matter = matterOf(slip.target);
    const before = slips.get(matter);
    slips.set(matter, before ? joined(before, slip) : slip);
  }
  // For whom those sheets were is not said in them.
  return { slips, sheets: here.sheets };
}

/** Where versions 1 and 3 kept a seat, to be let go of once it is kept in the shape of now. */
export function takenNames(key: string, disk: Disk): readonly string[] {
  return [...wholeNames(key), ...slipsOfThree(key, disk)];
}

function wholeNames(key: string): readonly string[] {
  return [key, `${key}.acknowledged`];
}

function slipsOfThree(key: string, disk: Disk): readonly string[] {
  try {
    return namesUnder(`${key}.slip/`, disk).filter((name) => isOfThree(disk().getItem(name)));
  } catch {
    return [];
  }
}

/** What lies there under the names of older versions; all of it goes with its person. */
export function olderNames(key: string, disk: Disk): readonly string[] {
  return [...wholeNames(key), ...namesUnder(`${key}/`, disk)];
}

/** Not yet known to be sound, but for its draft. */
function slipOf({ kind, value }: Item, forms: Readonly<Record<string, Form>>, here: Kept): unknown {
  const { target, tap, ...rest } = value;
  const blank = withForm(blankSlip(target as Target)) as Draft;
  switch (kind) {
    case 'waiting':
      return { ...blank, ...rest, phase: 'sending', tap };
    case 'refused':
      return { ...blank, ...rest, phase: 'refused', tap };
    case 'acknowledged': {
      const { round, attempt, subject, ...counted } = rest;
      const about = { round, attempt, subject } as Target;
      // Its version did not say for whom a sheet was: the one that it was filled in by has its criteria.
      const open = own(here.sheets, sheetKey(about))?.forms ?? [];
      const sheet = own(forms, sheetKey(about)) ?? open.find((form) => isOf(form, counted));
      const known = { ...about, sheet, ordinal: null };
      if (!sheet) return null;
      return { ...blankSlip(known as Target), phase: 'counted', tap, counted: { ...counted, tap } };
    }
    case 'draft': {
      const { scores } = rest;
      if (!isSlip(blank) || !isScores(scores)) return null;
      const typed = here.slips.get(matterOf(blank.target))?.typed ?? null;
      const was = JSON.stringify(scores);
      // That page has the sheet as it knows it; what was typed here beside it stays.
      if (typed?.was === was) return null;
      return typedOn({ ...blank, typed }, { ...typed?.scores, ...scores }, was);
    }
    default:
      return null;
  }
}

function isOf({ lines }: Form, { choice }: Fields): boolean {
  const { scores } = isObject(choice) ? choice : ({} as Fields);
  return !isScores(scores) || Object.keys(scores).every((id) => lines.some((one) => one.id === id));
}

function itemsOfPieces(prefix: string, disk: Disk): readonly Item[] {
  try {
    return namesUnder(prefix, disk).flatMap((name) => {
      const [kind = '', ...about] = name.slice(prefix.length).split('/');
      const value = jsonIn(disk().getItem(name));
      return isObject(value) ? [{ kind, about: about.join('/'), value }] : [];
    });
  } catch {
    return [];
  }
}

function itemsOfWhole(kept: unknown, acknowledged: unknown, here: Slips): readonly Item[] {
  const { outbox, drafts, sheets } = isObject(kept) && kept['v'] === 1 ? kept : ({} as Fields);
  const { waiting, refused } = isObject(outbox) ? outbox : ({} as Fields);
  const named = (kind: string, all: unknown) =>
    Object.entries(isObject(all) ? all : {}).flatMap(([about, value]) =>
      isObject(value) ? [{ kind, about, value }] : [],
    );
  const listed = (kind: string, all: unknown, more: (one: Fields) => Fields) =>
    named(kind, Array.isArray(all) ? Object.fromEntries(all.entries()) : null).map((one) => ({
      ...one,
      value: { ...one.value, ...more(one.value) },
    }));
  return [
    ...listed('waiting', waiting, (one) => ({ tap: afterCounted(one, here), renumbered: 0 })),
    ...listed('refused', refused, () => ({ tap: tapOf(0) })),
    ...listed('acknowledged', acknowledged, ({ rev, epoch }) => ({
      ...{ total: null, code: '', tap: tapOf(Number(rev), Number(epoch)) },
    })),
    ...named('draft', drafts),
    ...named('sheet', sheets),
  ];
}

/** Of two, the higher revision was the later; any tap since has a time, which is more. */
function tapOf(rev: number, epoch = 0): Tap {
  return { id: `v1-${String(rev)}`, at: rev, claim: null, epoch, over: null };
}

/** Numbered above what this version has had counted meanwhile, it was given later than that. */
function afterCounted({ target, rev }: Fields, here: Slips): Tap {
  const tap = tapOf(Number(rev));
  const before =
    isObject(target) && isObject(target['subject'])
      ? here.get(matterOf(target as unknown as Target))?.counted
      : null;
  return before && before.rev < tap.at ? { ...tap, at: Math.max(tap.at, before.tap.at + 1) } : tap;
}
