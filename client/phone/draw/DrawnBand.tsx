// You are drawn, above an open sheet: it is never taken away, and one key leads to what is asked.
import { useEffect } from 'react';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { phoneDrawText } from '../../../shared/text/phone-draw.ts';
import { questionText } from '../../../shared/text/question.ts';
import { writtenText } from '../../../shared/text/written.ts';
import type { RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { vibrateFor } from './vibrate.ts';
import styles from './DrawnBand.module.css';

export function DrawnBand({
  draw,
  taken,
  timed,
  onGo,
}: {
  readonly draw: RunningDraw;
  /** They have said yes. */
  readonly taken: boolean;
  /** Their time runs, or stands still. */
  readonly timed: boolean;
  readonly onGo: () => void;
}) {
  const { you } = useText(phoneDrawText);
  const question = useText(questionText);
  const { toStage } = useText(writtenText);
  const { asks } = PURPOSES[draw.purpose];
  const isAsked = asks && !taken && !timed;
  useEffect(() => {
    if (isAsked) vibrateFor(draw.id);
  }, [isAsked, draw.id]);
  return (
    <section className={styles['band']} role="status">
      <p>
        <b>{asks ? question.you : you}</b>
        {asks && taken && !timed && <span>{question.coming}</span>}
      </p>
      <Button kind={isAsked ? 'ink' : 'plain'} onClick={onGo}>
        {isAsked ? question.answer : toStage}
      </Button>
    </section>
  );
}
