// One cell of an OpenDocument sheet: its text as shown, and what the program has made of what was typed.
import { own } from '../../shared/own.ts';
import type { Made } from '../../shared/roster/made.ts';
import { fifteen, madeNumber } from './xlsx-formats.ts';
import { attribute } from './xml.ts';

const MADE: Readonly<Record<string, Made>> = {
  date: 'date',
  time: 'time',
  percentage: 'percent',
  currency: 'money',
  boolean: 'boolean',
};

/** Thousands set apart as any language sets them: 101,102 or 101.102 or 101 102 or 101'102. */
const GROUPED = /^\d{1,3}(?:([,.'’\u0020\u00a0\u202f])\d{3})(?:\1\d{3})*$/;

/** @param shown the paragraphs of the cell */
export function cellOf(
  attributes: string,
  shown: string,
): { readonly text: string; readonly made: Made | undefined } {
  const type = attribute(attributes, 'value-type');
  if (type === null) {
    const isFormula = shown === '' && attribute(attributes, 'formula') !== null;
    return { text: shown, made: isFormula ? 'no-value' : undefined };
  }
  if (type === 'float') return number(attribute(attributes, 'value') ?? '', shown);
  // Some writers leave the paragraphs out.
  const text = shown === '' ? (attribute(attributes, `${type}-value`) ?? '') : shown;
  return { text, made: own(MADE, type) };
}

function number(value: string, shown: string) {
  const made = madeNumber(value, { kind: 'plain' });
  const plain = () =>
    made === 'long-number' && /^\d+$/.test(value) ? value : fifteen(Number(value));
  if (made === 'long-number') return { text: plain(), made };
  if (shown === '') return { text: value === '' ? '' : plain(), made };
  if (/\dE[+-]?\d/i.test(shown)) return { text: shown, made: 'scientific' as const };
  if (shown.includes('/')) return { text: shown, made: 'fraction' as const };
  return GROUPED.test(shown) && shown.replace(/\D/g, '') === value
    ? { text: plain(), made: 'grouped' as const }
    : { text: shown, made };
}
