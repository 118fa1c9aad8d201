// What is said of a key that made no mark: what the mark may be, and which one still stands.
import { phoneText } from '../../../shared/text/phone.ts';
import { writtenText } from '../../../shared/text/written.ts';
import { useText } from '../../ui/language.ts';
import type { Stepped } from '../score/typed.ts';
import { markOf } from './number-keys.ts';

/** For a line and what stands in its box. */
export function useWhyRefused(): (line: Stepped, text: string) => string {
  const { wrong } = useText(phoneText).sheet;
  const { still } = useText(writtenText);
  return (line, text) =>
    markOf(line, text) === null ? wrong(line.max, line.step) : still(line.max, line.step, text);
}
