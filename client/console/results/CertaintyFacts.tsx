// How sure a unit's rank is, and how far the panel agrees: computed on request, each figure with its meaning and source.
import { certaintyText } from '../../../shared/text/certainty.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { grouped } from '../../../shared/grouped.ts';
import type {
  Agreement,
  Certainty,
  NotShown,
  SetCertainty,
  ShownFigure,
} from '../../../shared/results/certainty/permitted.ts';
import type { UnitResult } from '../../../shared/views/slices/unit-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { Fact } from './Fact.tsx';
import { RankInterval } from './RankInterval.tsx';
import type { AskedCertainty } from './use-certainty.ts';
import styles from './CertaintyFacts.module.css';

export function CertaintyFacts({
  asked: { state, run, cancel },
  subject,
  places,
}: {
  readonly asked: AskedCertainty;
  readonly subject: SubjectId;
  readonly places: UnitResult['places'];
}) {
  const text = useText(certaintyText);
  if (state.kind === 'found')
    return (
      <>
        <Fact title={text.title} aside={text.how}>
          <OwnRank certainty={state.certainty} subject={subject} places={places} />
        </Fact>
        <PanelAgreement certainty={state.certainty} />
      </>
    );
  const percent = state.kind === 'running' ? Math.floor(state.done * 100) : null;
  return (
    <Fact title={text.title}>
      <p>{text.before}</p>
      <div className={styles['ask']}>
        <Button waiting={percent === null ? null : text.running(percent)} onClick={run}>
          {text.run}
        </Button>
        {percent !== null && (
          <>
            <progress value={percent} max={100} aria-label={text.running(percent)} />
            <Button onClick={cancel}>{text.cancel}</Button>
          </>
        )}
      </div>
      <div role="status">
        {(state.kind === 'lost' || state.kind === 'ended') && <p>{text[state.kind]}</p>}
      </div>
      {state.kind === 'refused' && <Notice trouble={state} />}
    </Fact>
  );
}

function OwnRank({
  certainty: { ranks, annex },
  subject,
  places,
}: {
  readonly certainty: Certainty;
  readonly subject: SubjectId;
  readonly places: UnitResult['places'];
}) {
  const text = useText(certaintyText);
  if (!places) return <p>—</p>;
  const own = ranks.ok ? ranks.value.find((one) => one.subject === subject) : undefined;
  const equal = annex.ok ? annex.value.find((one) => one.subject === subject) : undefined;
  const { category, overall } = places;
  return (
    <>
      {!ranks.ok && <Missing what={text.noInterval} why={ranks.why} />}
      {own && (
        <>
          <RankInterval range={own.category} own={category.rank} of={category.of} />
          <p>
            <b>{text.interval(own.category)}</b>
            {text.stop}
          </p>
          {overall.of !== category.of && <p>{text.overall(own.overall)}</p>}
        </>
      )}
      {!annex.ok && annex.why !== (ranks.ok ? null : ranks.why) && (
        <Missing what={text.noAnnex} why={annex.why} />
      )}
      {equal && <p>{text.equal(category.rank, equal.category)}</p>}
    </>
  );
}

function PanelAgreement({ certainty: { sets, farOut } }: { readonly certainty: Certainty }) {
  const text = useText(certaintyText);
  return (
    <Fact title={text.agreement}>
      {sets.map((set) => (
        <AgreementOfSet key={set.kind} set={set} />
      ))}
      <dl className={styles['figures']}>
        <dt>{text.farOut}</dt>
        <dd>{farOut.ok ? text.ballots(farOut.value) : <Dash why={farOut.why} />}</dd>
      </dl>
      <details className={styles['meaning']}>
        <summary>
          <span className={styles['opens']}>{text.meaning}</span>
        </summary>
        {(['interval', 'w', 'icc', 'severity', 'farOut'] as const).map((one) => (
          <p key={one}>{text.definitions[one]}</p>
        ))}
        <p>{text.notPublic}</p>
      </details>
    </Fact>
  );
}

function AgreementOfSet({ set }: { readonly set: SetCertainty }) {
  const text = useText(certaintyText);
  const groups = useView((view) => view.setup.groups);
  const rows = [
    { name: text.all, ...set.all },
    ...set.groups.map(({ group, ...figures }) => ({
      name: groups.find(({ id }) => id === group)?.name ?? group,
      ...figures,
    })),
  ];
  const reasons = reasonsOf(rows, text);
  return (
    <>
      <table className={styles['agreement']}>
        <caption>
          {text.sets[set.kind]} {text.units(set.subjects)}
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">{text.columns.who}</span>
            </th>
            <th scope="col">{text.columns.w}</th>
            <th scope="col">{text.columns.icc}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ name, w, icc }, n) => (
            <tr key={n}>
              <th scope="row">{name}</th>
              <Cell figure={w} />
              <Cell figure={icc} />
            </tr>
          ))}
        </tbody>
      </table>
      {reasons.map(({ why, places }) => (
        <p key={why} className={styles['reason']}>
          {text.reason(places.join(text.comma), text.why[why])}
        </p>
      ))}
      <dl className={styles['figures']}>
        <dt>{text.severity}</dt>
        <dd>
          {set.severity.ok ? text.points(set.severity.value) : <Dash why={set.severity.why} />}
        </dd>
      </dl>
    </>
  );
}

/** Each reason once, with what it is about: a column, or some of its rows. */
function reasonsOf(
  rows: readonly (Agreement & { readonly name: string })[],
  { columns, comma }: Pick<typeof certaintyText.zh, 'columns' | 'comma'>,
): readonly { readonly why: NotShown; readonly places: readonly string[] }[] {
  const missing = (['w', 'icc'] as const).flatMap((column) => {
    const dashes = rows.flatMap(({ name, [column]: figure }) =>
      figure.ok ? [] : [{ name, why: figure.why }],
    );
    return [...grouped(dashes, ({ why }) => why)].map(([why, those]) => {
      const names = those.map(({ name }) => name).join(comma);
      const place = those.length === rows.length ? columns[column] : `${names} ${columns[column]}`;
      return { why, place };
    });
  });
  return [...grouped(missing, ({ why }) => why)].map(([why, those]) => ({
    why,
    places: those.map(({ place }) => place),
  }));
}

function Cell({ figure }: { readonly figure: ShownFigure<string> }) {
  return <td>{figure.ok ? figure.value : '—'}</td>;
}

function Dash({ why }: { readonly why: NotShown }) {
  const text = useText(certaintyText);
  return (
    <>
      — <small>{text.why[why]}</small>
    </>
  );
}

function Missing({ what, why }: { readonly what: string; readonly why: NotShown }) {
  const text = useText(certaintyText);
  return (
    <p>
      {what} — <small>{text.why[why]}</small>
    </p>
  );
}
