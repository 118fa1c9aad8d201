// In the place of a part that an exception has stopped: says so calmly, and offers the way on.
import { useEffect } from 'react';
import { brokenText } from '../../shared/text/broken.ts';
import { PART_MISSING } from '../live/later.ts';
import { after } from '../live/until-ended.ts';
import { reload, reloadOnce } from './reload.ts';
import { Button } from '../ui/Button.tsx';
import { useText } from '../ui/language.ts';
import { Slot } from '../ui/Slot.tsx';
import styles from './Broken.module.css';

const STAGE_RETRY_MS = 5000;

export function Broken({
  look,
  error,
  waiting,
  onAgain,
}: {
  readonly look: 'page' | 'part' | 'stage';
  readonly error: unknown;
  readonly waiting: number;
  readonly onAgain: () => void;
}) {
  const text = useText(brokenText);
  const missing = error instanceof Error && error.message === PART_MISSING;
  useEffect(() => {
    // Nobody has typed anything yet on a page that has not come, and nobody stands at a projector.
    if (missing && look !== 'part') reloadOnce();
    if (look !== 'stage' || missing) return;
    return after(STAGE_RETRY_MS, onAgain);
  }, [missing, look, onAgain]);
  if (look === 'stage')
    return (
      <div className={styles['stage']} role="status">
        <p>{text.stage}</p>
        <p className={styles['hint']}>
          <Slot state="waiting" />
          {text.stageHint}
        </p>
      </div>
    );
  return (
    <section className={styles[look]} role="alert">
      <p className={styles['what']}>{(missing ? text.missing : text)[look]}</p>
      {waiting > 0 && <p>{text.waiting(waiting)}</p>}
      <p className={styles['hint']}>{missing ? text.missingHint : text.hint}</p>
      <div className={styles['ways']}>
        {!missing && look === 'part' && <Button onClick={onAgain}>{text.again}</Button>}
        <Button kind={look === 'page' ? 'ink' : 'plain'} onClick={reload}>
          {text.reload}
        </Button>
      </div>
    </section>
  );
}
