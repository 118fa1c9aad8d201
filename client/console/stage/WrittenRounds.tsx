// The written round beside the item on stage: how far it is, who has not finished, and what can be done from anywhere.
import { shortGroupsText } from '../../../shared/text/console/short-groups.ts';
import { consoleWrittenText } from '../../../shared/text/console/written.ts';
import type { StaffWritten } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { factsOf } from '../../live/kinds.ts';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { RoundActs } from './RoundActs.tsx';
import { RoundSubjects } from './RoundSubjects.tsx';
import styles from './WrittenRounds.module.css';

export function WrittenRounds() {
  const written = useView((view) => view.written);
  return written.map((round) => <WrittenControls key={round.round} round={round} />);
}

function WrittenControls({ round: written }: { readonly round: StaffWritten }) {
  const text = useText(consoleWrittenText);
  const shortWords = useText(shortGroupsText);
  const { give, waiting, trouble } = useCommands();
  const changing = useOpen();
  const { round, phase, done, expected, seatsDone, seats, subjects, short } = written;
  const isOpen = phase === 'open';
  const papers = useView(
    ({ desk }) => desk.papers.filter((one) => one.round === round && !one.overtaken).length,
  );
  // On stage it has the same below its picture.
  const isOnStage = useView(({ control }) => factsOf(control.stage.body).round?.round === round);
  // The next step says it already.
  const isNext = useView(({ control }) => {
    const { command } = control.next;
    return command?.type === 'CloseRound' && command.round === round;
  });
  const means = isOpen ? text.closeMeans(expected - done, papers) : text.revealMeans;
  return (
    <section className={styles['round']} aria-label={text.title}>
      <h2 className="small">
        {text.title} <span className={styles['soft']}>{text.phases[phase]}</span>
      </h2>
      <p className={styles['total']}>
        <b>{done}</b> / {expected} {text.ballots}
      </p>
      <p className={styles['soft']}>
        {text.units(subjects)}
        <br />
        {text.seats(seatsDone, seats)}
      </p>
      {isOpen && <Unfinished />}
      {changing.open ? (
        <RoundSubjects round={round} onClose={changing.close} />
      ) : (
        <div className="grid gap-s">
          {isOpen && (
            <ActButton
              act="SetRoundSubjects"
              label={`${text.change}…`}
              onClick={changing.opener(true)}
            />
          )}
          <SureButton
            act={isOpen ? 'CloseRound' : 'RevealRound'}
            label={isOpen ? text.close : text.reveal}
            title={means}
            waiting={waiting}
            onSure={() =>
              void give(
                isOpen
                  ? { type: 'CloseRound', round, ...(papers === 0 ? {} : { papers }) }
                  : { type: 'RevealRound', round },
              )
            }
          />
          <p className={styles['soft']}>{means}</p>
          {!isOpen && !isOnStage && <RoundActs body={{ round, phase }} />}
          {short && !isNext && <p className={styles['soft']}>{shortWords(short)}</p>}
        </div>
      )}
      <Notice trouble={trouble} />
    </section>
  );
}

function Unfinished() {
  const text = useText(consoleWrittenText);
  const shares = useView((view) => view.turnout.written);
  const people = useView((view) => view.people);
  const names = new Map(people.map(({ seat, name }) => [seat, name]));
  if (shares.length === 0) return null;
  return (
    <details className={styles['people']}>
      <summary>{text.unfinished(shares.length)}</summary>
      <p className={styles['soft']}>{text.noScores}</p>
      <ul>
        {[...shares]
          .sort((a, b) => a.done / a.of - b.done / b.of)
          .map(({ seat, done, of }) => (
            <li key={seat}>{text.person(names.get(seat) ?? seat, done, of)}</li>
          ))}
      </ul>
    </details>
  );
}
