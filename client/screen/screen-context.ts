// What every part of the screen needs: words, the server's clock, and whether the connection stands.
import { createContext, useContext } from 'react';
import type { ScreenText } from '../../shared/text/screen.ts';
import type { WrittenProgress } from '../../shared/views/slices/number-slices.ts';
import type { Language } from '../ui/language.ts';

interface ScreenFacts {
  readonly text: ScreenText;
  readonly lang: Language;
  readonly clockOffset: number;
  readonly trouble: string | null;
  /** The written round that stands open beside what is on stage. */
  readonly beside: WrittenProgress | null;
}

export const ScreenContext = createContext<ScreenFacts | null>(null);

export function useScreen(): ScreenFacts {
  const facts = useContext(ScreenContext);
  if (!facts) throw new Error('a part of the screen stands outside <ScreenBox>');
  return facts;
}
