// What pages before 2026-11-30 kept of a sheet: a flat list of criteria in whole numbers. A ballot that waits with it still
// goes out.
import type { Form } from '../../../shared/scoring/form.ts';
import { SLIP_VERSION } from './join.ts';

interface Flat {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly criteria: readonly {
    readonly id: string;
    readonly name: string;
    readonly max: number;
    readonly step: number;
    readonly weight: number;
  }[];
}

/** A slip as it is kept, whose target is filled in by a form; whatever else was read stays what it is. */
export function withForm(kept: unknown): unknown {
  const { target, v } = asFields(kept);
  const { sheet } = asFields(target);
  const form = formOfFlat(sheet);
  if (!form || v === SLIP_VERSION) return kept;
  const of = { ...asFields(target), sheet: form };
  return { ...asFields(kept), target: of, ...(v === undefined ? {} : { v: SLIP_VERSION }) };
}

/** null for what is no flat sheet with numbers that can be computed with. */
export function formOfFlat(sheet: unknown): Form | null {
  const { criteria } = asFields(sheet);
  if (!Array.isArray(criteria)) return null;
  const { id, version, name } = sheet as Flat;
  const lines = criteria.map(asFields);
  const numbers = lines.flatMap(({ max, step, weight }) => [max, step, weight]);
  if (!numbers.every((one) => Number.isSafeInteger(one) && Number(one) > 0)) return null;
  const whole = lines.reduce((sum, { weight }) => sum + Number(weight), 0);
  return {
    ...{ id, version, name },
    lines: (sheet as Flat).criteria.map((one) => ({
      ...{ id: one.id, name: one.name, path: [] },
      ...{ max: String(one.max), step: String(one.step) },
      share: `${one.weight}/${whole}`,
    })),
  };
}

function asFields(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}
