// A unit being scored: the live number on the hatched bar, or how many ballots are in; then group by group, and at last red.
import { watchText } from '../../shared/text/watch.ts';
import type { GroupMean, TallySlice } from '../../shared/views/slices/number-slices.ts';
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
  const { phase, subject, ordinal, opened } = stage;
  const { progress } = view;
  const tally = tallyOf(stage, view.tally);
  const common = {
    label: phase === 'open' ? label : text.now[opened ? 'opening' : phase],
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
  // A hidden round shows nothing but counts until its first group opens.
  if (tally && (tally.final || opened || stage.disclosure === 'live')) {
    const place = tally.place && text.placeAmong(tally.place.n, tally.place.of);
    const counted = text.counted(progress.done, progress.expected);
    return (
      <NowLayout
        {...common}
        figure={tally.score ?? '—'}
        bar={<i className={styles['bar']} data-final={tally.final} />}
        note={
          opened
            ? text.opening(opened.n, opened.of)
            : tally.final
              ? tally.score === null
                ? text.whyNoScore(tally.why)
                : place
              : tally.score === null
                ? text.fewBallots
                : phase === 'open'
                  ? text.soFar
                  : text.frozen
        }
        more={tally.final ? text.groupBallots(tally.ballots) : clock}
      >
        <Groups groups={tally.groups} open={phase === 'open'} />
        <p className="quiet small">{tally.final ? text.rounding : counted}</p>
        <Root of={tally} />
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
      {tally && <Root of={tally} />}
    </NowLayout>
  );
}

function Root({ of: { root } }: { readonly of: NonNullable<TallySlice> }) {
  const text = useText(watchText);
  return (
    root !== null && (
      <p className="quiet small">
        {text.root} <code className="breaks hex">{root}</code>
      </p>
    )
  );
}

function Groups({
  groups,
  open,
}: {
  readonly groups: readonly GroupMean[];
  /** Ballots come in. */
  readonly open: boolean;
}) {
  const text = useText(watchText);
  const percent = weightsArePercent(groups);
  return (
    <ul className={styles['groups']}>
      {groups.map((group) => (
        <li key={group.id} className="line wrap over">
          <span>{group.name}</span>
          <small className="fixed quiet small">{text.weight(group.weight, percent)}</small>
          {!open && <small className="fixed quiet small">{text.groupBallots(group.counted)}</small>}
          {open ? (
            <small className="fixed quiet small">
              {group.counted} / {group.expected}
            </small>
          ) : group.mean === null ? (
            <small className="fixed quiet small">
              {text.noMean(group.why, group.counted)} {group.why !== 'sealed' && '—'}
            </small>
          ) : (
            <b>{group.mean}</b>
          )}
        </li>
      ))}
    </ul>
  );
}
