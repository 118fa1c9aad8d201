// The present item's countdown: how long, more of it, pause and go on.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { factsOf } from '../../live/kinds.ts';
import { clockText, useCountdown } from '../../ui/countdown.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useClockOffset, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import styles from './ClockControls.module.css';

const MORE_SECONDS = 30;

export function ClockControls() {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const { body, item } = useView((view) => view.control.stage);
  const present = useView((view) => view.agenda).find(({ state }) => state === 'now')?.item;
  const clockOffset = useClockOffset();
  const { countdown = null, round, draw } = factsOf(body);
  const left = useCountdown(countdown, clockOffset);
  const { give, waiting, trouble } = useCommands();
  if (!countdown || left === null || item === null || !present) return null;
  const running = countdown.phase === 'running';
  const label = round
    ? text.clock.toClose
    : text.clock.left(draw ? text.purposes[draw.purpose] : text.kinds[present.kind]);
  return (
    <section aria-label={label}>
      <h2 className={styles['head']}>
        {label} {!running && <b>{text.clock.paused}</b>}
        {left < 0 && <b>{text.clock.over}</b>}
      </h2>
      <p className={styles['time']} role="timer">
        {clockText(left)}
      </p>
      <div className={styles['buttons']}>
        <ActButton
          act="ExtendCountdown"
          wide
          label={text.clock.more(MORE_SECONDS)}
          waiting={waiting}
          onClick={() =>
            void give({ type: 'ExtendCountdown', item: item.id, seconds: MORE_SECONDS })
          }
        />
        <ActButton
          act={running ? 'StopCountdown' : 'StartCountdown'}
          wide
          label={running ? text.clock.pause : text.clock.goOn}
          waiting={waiting}
          onClick={() =>
            void give({ type: running ? 'StopCountdown' : 'StartCountdown', item: item.id })
          }
        />
        {!round && (
          <ActButton
            act="ClearCountdown"
            wide
            label={words.resetClock}
            waiting={waiting}
            onClick={() => void give({ type: 'ClearCountdown', item: item.id })}
          />
        )}
      </div>
      {round?.closesItself && <p className={styles['note']}>{words.closesMeans.itself}</p>}
      <Notice trouble={trouble} />
    </section>
  );
}
