// A refusal as the tablet says it: its own words where the general ones speak of the person's phone.
import type { Refusal } from '../../shared/meeting/refusals.ts';
import { hasOwn } from '../../shared/own.ts';
import { kioskText } from '../../shared/text/kiosk.ts';
import { refusalSentence } from '../../shared/text/refusals.ts';
import { useLanguage } from '../ui/language.ts';

export function useKioskSentence(): (refusal: Refusal) => string {
  const language = useLanguage();
  const { refused } = kioskText[language];
  return (refusal) => {
    if (refusal.code === 'in-reserve') return refused['in-reserve'](refusal.place);
    return hasOwn(refused, refusal.code)
      ? refused[refusal.code as Exclude<keyof typeof refused, 'in-reserve'>]
      : refusalSentence(language, refusal);
  };
}
