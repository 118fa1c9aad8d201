// Beside a unit's ledger: its place, with whom it is shared, the round and the scheme it comes from, earlier results.
import { Link } from 'wouter';
import type { SubjectId } from '../../../shared/ids.ts';
import { commentsText } from '../../../shared/text/comments.ts';
import { schemeText } from '../../../shared/text/scheme.ts';
import { unitText } from '../../../shared/text/unit.ts';
import type {
  EarlierResult,
  UnitPage,
  UnitResult,
} from '../../../shared/views/slices/unit-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { dateTimeIn } from '../minutes/dates.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { unitAddress } from './address.ts';
import { CertaintyFacts } from './CertaintyFacts.tsx';
import { Fact } from './Fact.tsx';
import type { ListedUnit } from './list.ts';
import type { AskedCertainty } from './use-certainty.ts';
import styles from './UnitFacts.module.css';

/** So many of its category above and below it. */
const NEIGHBOURS = 2;

export function UnitFacts({
  page: { subject, earlier },
  result,
  units,
  planned,
  certainty,
}: {
  readonly page: UnitPage;
  readonly result: UnitResult;
  /** All that are listed, in their order. */
  readonly units: readonly ListedUnit[];
  /** Its place is another one, that of a plan: this is the one of its score. */
  readonly planned: boolean;
  readonly certainty: AskedCertainty;
}) {
  const text = useText(unitText);
  const scheme = useText(schemeText);
  const comments = useText(commentsText);
  const { code } = useConsole();
  const ranked = units.filter(
    ({ subject: other, row }) => other.category.id === subject.category.id && row?.score,
  );
  const own = ranked.findIndex((unit) => unit.subject.id === subject.id);
  const near = ranked.slice(Math.max(0, own - NEIGHBOURS), own + NEIGHBOURS + 1);
  const { places, score } = result;
  const shared = places?.overall.shared ?? [];
  return (
    <div className={styles['facts']}>
      <Fact title={planned ? text.scorePlace : text.place}>
        {places ? (
          <details>
            <summary className={styles['place']}>
              <span className={styles['opens']}>
                <b>{places.category.rank}</b> /{' '}
                {text.places(places.category.of, places.category.all)}
              </span>
            </summary>
            <Neighbours units={near} own={subject.id} />
          </details>
        ) : (
          <p className={styles['place']}>{text.noPlace}</p>
        )}
        {places && places.category.of !== places.category.all && (
          <p>{text.inCategory(places.category.all)}</p>
        )}
        {places && (
          <p>{text.overall(places.overall.rank, places.overall.of, places.overall.all)}</p>
        )}
      </Fact>
      {places && score !== null && shared.length > 0 && (
        <Fact title={text.tie}>
          <p>
            {text.tied(shared.map(({ name }) => name).join(text.and), score, places.overall.rank)}
          </p>
        </Fact>
      )}
      <CertaintyFacts asked={certainty} subject={subject.id} places={places} />
      <Origin round={result.round} />
      <Fact title={text.scheme}>
        <p>{scheme.whole(result.scheme, [])}</p>
      </Fact>
      {earlier.length > 0 && <Earlier earlier={earlier} />}
      <p className={styles['print']}>
        <Link href={`/m/${code}/console/comments`}>{comments.title}</Link>
      </p>
      <p className={styles['print']}>
        <Button
          wide
          onClick={() => {
            window.print();
          }}
        >
          {text.print}
        </Button>
      </p>
    </div>
  );
}

function Neighbours({
  units,
  own,
}: {
  readonly units: readonly ListedUnit[];
  readonly own: SubjectId;
}) {
  const text = useText(unitText);
  const { code } = useConsole();
  return (
    <table>
      <caption className="visually-hidden">{text.neighbours}</caption>
      <tbody>
        {units.map(({ subject, row }) => (
          <tr key={subject.id} data-own={subject.id === own}>
            <td>{row?.categoryRank}</td>
            <th scope="row">
              <Link href={unitAddress(code, subject.id)} replace>
                {subject.name}
              </Link>
            </th>
            <td>{row?.score}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Origin({ round }: { readonly round: UnitResult['round'] }) {
  const text = useText(unitText);
  const language = useLanguage();
  const zone = useView((view) => view.control.stage.meeting.zone);
  const when = (at: number) => dateTimeIn(zone, language, at);
  const title = [
    text.rounds[round.kind],
    ...(round.attempt > 1 ? [text.attempt(round.attempt)] : []),
  ];
  return (
    <Fact title={text.from}>
      <details>
        <summary>
          <b className={styles['opens']}>{title.join(text.comma)}</b>
          <small>
            {text.revealed} {when(round.revealedAt)}
          </small>
        </summary>
        <dl>
          <dt>{text.opened}</dt>
          <dd>{when(round.openedAt)}</dd>
          <dt>{text.closed}</dt>
          <dd>{when(round.closedAt)}</dd>
          <dt>{text.sheet}</dt>
          <dd>
            {round.sheets.map(({ name, version }) => text.sheetOf(name, version)).join(text.and)}
          </dd>
          <dt>{text.turnout}</dt>
          <dd>{text.turnoutOf(round.ballots, round.expected)}</dd>
          <dt>{text.root}</dt>
          <dd>
            {round.root === null ? (
              text.rootHidden
            ) : (
              <code className="hex breaks">{round.root.replace(/.{4}/g, '$& ')}</code>
            )}
          </dd>
        </dl>
        <p>{text.disclosures[round.disclosure]}</p>
        {round.units > 1 && <p>{text.units(round.units)}</p>}
      </details>
      {round.reason !== null && <p>{text.repeated(round.reason)}</p>}
    </Fact>
  );
}

function Earlier({ earlier }: { readonly earlier: readonly EarlierResult[] }) {
  const text = useText(unitText);
  const language = useLanguage();
  const zone = useView((view) => view.control.stage.meeting.zone);
  return (
    <Fact title={text.earlier}>
      <p className="quiet">{text.earlierNote}</p>
      <ol>
        {earlier.map((one, n) => (
          <li key={n}>
            <b>{one.score ?? text.noScore}</b> {text.rounds[one.kind]}
            {text.comma}
            {text.attempt(one.attempt)}
            <small>
              {text.revealed} {dateTimeIn(zone, language, one.revealedAt)}
              {text.comma}
              {text.ended(one)}
            </small>
          </li>
        ))}
      </ol>
    </Fact>
  );
}
