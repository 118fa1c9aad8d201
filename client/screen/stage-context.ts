// What every part of the stage needs: words, the server's clock, and whether the connection stands.
import { createContext, useContext } from 'react';
import type { ScreenText } from '../../shared/text/screen.ts';
import type { WrittenProgress } from '../../shared/views/slices/number-slices.ts';
import type { Language } from '../ui/language.ts';

interface StageFacts {
  readonly text: ScreenText;
  readonly lang: Language;
  readonly clockOffset: number;
  readonly trouble: string | null;
  /** The written round that stands open beside what is on stage. */
  readonly beside: WrittenProgress | null;
}

export const StageContext = createContext<StageFacts | null>(null);

export function useStage(): StageFacts {
  const facts = useContext(StageContext);
  if (!facts) throw new Error('a part of the stage stands outside <Stage>');
  return facts;
}
