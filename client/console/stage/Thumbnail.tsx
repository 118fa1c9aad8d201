// The hall's screen, small: the same component with the same fonts, fed from the staff view (which holds no more).
import '@fontsource/ibm-plex-sans-condensed/latin-400.css';
import '@fontsource/ibm-plex-sans-condensed/latin-600.css';
import '@fontsource/ibm-plex-mono/latin-500.css';
import { ScreenBox } from '../../screen/ScreenBox.tsx';
import { useLanguage } from '../../ui/language.ts';
import { useClockOffset, useView } from '../parts/console-context.ts';

export function Thumbnail() {
  const lang = useLanguage();
  const { stage } = useView((view) => view.control);
  const progress = useView((view) => view.progress);
  const written = useView((view) => view.written);
  const tally = useView((view) => view.tally);
  const board = useView((view) => view.board);
  const spread = useView((view) => view.spread);
  const clockOffset = useClockOffset();
  return (
    <ScreenBox
      view={{ stage, progress, written, tally, board, spread }}
      clockOffset={clockOffset}
      lang={lang}
    />
  );
}
