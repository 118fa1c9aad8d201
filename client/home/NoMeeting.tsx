// A bare path while no meeting is on: it looks like the page that it will be, and opens by itself once there is one.
import { awayText } from '../../shared/text/away.ts';
import { homeText } from '../../shared/text/home.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { LanguageSwitch } from '../ui/LanguageSwitch.tsx';
import { Seal } from '../ui/Seal.tsx';
import { Slot } from '../ui/Slot.tsx';
import type { BarePage } from './bare-page.ts';
import styles from './NoMeeting.module.css';

export function NoMeeting({
  page,
  unreachable,
  onAgain,
}: {
  readonly page: BarePage;
  readonly unreachable: boolean;
  readonly onAgain: () => void;
}) {
  const text = useText(homeText);
  const away = useText(awayText);
  const isScreen = page === 'screen';
  return (
    <main className={`${isScreen ? 'stage' : ''} ${styles['page'] ?? ''}`} data-page={page}>
      <Seal />
      <div role="status" className="grid gap-m">
        <h1>
          <Slot state="waiting" /> {unreachable ? away.unreachable : text.nothing}
        </h1>
        <p className="quiet">{unreachable ? text.triesAgain : text.opensItself[page]}</p>
      </div>
      {/* Nobody stands at a projector to press one. */}
      {!isScreen && (
        <>
          <Button onClick={onAgain}>{away.retry}</Button>
          <LanguageSwitch />
        </>
      )}
    </main>
  );
}
