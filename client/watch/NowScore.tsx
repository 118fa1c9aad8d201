// A unit being scored: the live number on the hatched bar, or how many ballots are in; at the reveal the bar is red.
import { watchText } from '../../shared/text/watch.ts';
import type { TallySlice } from '../../shared/views/slices/number-slices.ts';
import { clockText, useCountdown } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import { tallyOf } from '../parts/score-props.ts';
import { weightsArePercent } from '../parts/weights.ts';
import type { NowProps } from './kind-props.ts';
import { NowLayout } from './NowLayout.tsx';
import styles from './Now.module.css';

export function NowScore({ body: stage, view, clockOffset, label }: NowProps<'score'>) {
  const text = useText(watchText);
  const left = useCountdown(stage.countdown, clockOffset);
  const { phase, subject, ordinal } = stage;
  const { progress } = view;
  const tally = tallyOf(stage, view.tally);
  const common = {
    label: phase === 'open' ? label : text.now[phase],
    aside: ordinal && text.ordinal(ordinal.n, ordinal.of),
    name: subject.name,
    subject,
    reportsOf: view.stage.meeting.code,
  };
  const clock =
    phase !== 'open' || left === null
      ? null
      : left < 0
        ? text.timeUp
        : text.closesIn(clockText(left));
  if (tally) {
    const place = tally.place && text.placeAmong(tally.place.n, tally.place.of);
    const counted = text.counted(progress.done, progress.expected);
    return (
      <NowLayout
        {...common}
        figure={tally.score ?? '—'}
        bar={<i className={styles['bar']} data-final={tally.final} />}
        note={
          tally.final
            ? tally.score === null
              ? text.whyNoScore(tally.why)
              : place
            : tally.score === null
              ? text.fewBallots
              : text.soFar
        }
        more={tally.final ? text.groupBallots(tally.ballots) : clock}
      >
        <Groups tally={tally} />
        <p className="quiet small">{tally.final ? text.rounding : counted}</p>
        {tally.root !== null && (
          <p className="quiet small">
            {text.root} <code className="breaks hex">{tally.root}</code>
          </p>
        )}
      </NowLayout>
    );
  }
  if (phase === 'ready') return <NowLayout {...common} />;
  return (
    <NowLayout
      {...common}
      figure={progress.done}
      of={progress.expected}
      bar={<i className={styles['bar']} data-final={phase !== 'open'} />}
      note={text.ballotsIn}
      more={clock}
    >
      <p className="quiet small">
        {phase === 'open' && stage.disclosure !== 'live' ? text.sealed : null}
        {phase === 'open' ? null : text.awaiting}
      </p>
    </NowLayout>
  );
}

function Groups({ tally: { groups, final } }: { readonly tally: NonNullable<TallySlice> }) {
  const text = useText(watchText);
  const percent = weightsArePercent(groups);
  return (
    <ul className={styles['groups']}>
      {groups.map((group) => (
        <li key={group.id} className="line wrap over">
          <span>{group.name}</span>
          <small className="fixed quiet small">{text.weight(group.weight, percent)}</small>
          {final && <small className="fixed quiet small">{text.groupBallots(group.counted)}</small>}
          {!final ? (
            <small className="fixed quiet small">
              {group.counted} / {group.expected}
            </small>
          ) : group.mean === null ? (
            <small className="fixed quiet small">{text.noMean(group.why, group.counted)} —</small>
          ) : (
            <b>{group.mean}</b>
          )}
        </li>
      ))}
    </ul>
  );
}
