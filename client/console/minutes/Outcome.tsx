// What the meeting came to: draws with what proves them, rounds with their roots, the standings.
import { Fragment } from 'react';
import { inFives } from '../../../shared/dice-reading.ts';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { checkAddress } from '../../../shared/check-address.ts';
import { beaconText } from '../../../shared/text/beacon.ts';
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import { drawText } from '../../../shared/text/draw.ts';
import { minutesText } from '../../../shared/text/minutes.ts';
import type { Minutes } from '../../../shared/views/audiences/minutes.ts';
import { leftOutLines, rankingLine } from '../../parts/pool-lines.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { timeText } from '../../parts/time.ts';
import { dateTimeIn } from './dates.ts';
import { Sealed, Witness } from './Witness.tsx';
import styles from './Minutes.module.css';

interface Props {
  readonly minutes: Minutes;
}

export function Draws({ minutes: { draws, meeting } }: Props) {
  const text = useText(minutesText);
  const drawWords = useText(drawText);
  const beaconWords = useText(beaconText);
  const poolWords = useText(drawPoolText);
  const ranking = (draw: Minutes['draws'][number]) => rankingLine(draw, poolWords);
  const language = useLanguage();
  return (
    <section tabIndex={0} aria-label={text.draws}>
      <h2>{text.draws}</h2>
      {draws.length === 0 && <p>{text.nothingYet}</p>}
      {draws.length > 0 && (
        <p>
          <a href={checkAddress(meeting.code, null, null)} className="tap">
            {text.checkDraws}
          </a>{' '}
          {text.checkDrawsAt(location.origin + checkAddress(meeting.code, null, null))}
        </p>
      )}
      {draws.map((draw) => (
        <div key={draw.id} className={styles['draw']}>
          <h3>{text.drawTitle(draw.purpose, draw.of, draw.take)}</h3>
          <dl>
            <dt>{text.lockedAt}</dt>
            <dd>{dateTimeIn(meeting.zone, language, Date.parse(draw.lockedAt))}</dd>
            <dt>{text.lock}</dt>
            <dd className={styles['hash']}>{draw.lockHash}</dd>
            {draw.recordHash !== null && (
              <>
                <dt>{text.record}</dt>
                <dd className={styles['hash']}>{draw.recordHash}</dd>
              </>
            )}
            {draw.sources.map(
              ({ digits }, n) =>
                digits !== null && (
                  <Fragment key={n}>
                    <dt>{text.dice}</dt>
                    <dd className={styles['hash']}>{inFives(digits)}</dd>
                  </Fragment>
                ),
            )}
            {draw.beacon && (
              <>
                <dt>{text.beacon}</dt>
                <dd>
                  {beaconWords.round(
                    draw.beacon.round,
                    dateTimeIn(meeting.zone, language, draw.beacon.at),
                  )}
                </dd>
              </>
            )}
            {ranking(draw) !== null && (
              <>
                <dt>{poolWords.ranking}</dt>
                <dd>{ranking(draw)}</dd>
              </>
            )}
            {draw.leftOut.length > 0 && (
              <>
                <dt>{poolWords.leftOut}</dt>
                {leftOutLines(draw, poolWords, true).map((line) => (
                  <dd key={line}>{line}</dd>
                ))}
              </>
            )}
            {draw.thrower && (
              <>
                <dt>{poolWords.thrower}</dt>
                <dd>{draw.thrower.name}</dd>
              </>
            )}
            <Sealed draw={draw} />
            <dt>{text.assurance}</dt>
            <dd>
              {text.assurances[draw.assurance]}
              {draw.keeper !== null && text.keptBy(draw.keeper)}
            </dd>
            <dt>{text.result}</dt>
            <dd>{resultOf(draw, text, drawWords.voidWhy)}</dd>
            {PURPOSES[draw.purpose].takesOver !== null &&
              draw.replacements.map((one, n) => <dd key={n}>{text.replacement(one)}</dd>)}
          </dl>
          <Witness draw={draw} meeting={meeting} />
        </div>
      ))}
    </section>
  );
}

function resultOf(
  { phase, why, shown }: Minutes['draws'][number],
  text: (typeof minutesText)['zh'],
  voidWhy: (why: string) => string,
): string {
  if (phase === 'void') return text.void(voidWhy(why));
  if (phase !== 'done') return text.running;
  return shown.map(({ name }) => name).join(text.comma);
}

export function Schemes({ minutes: { schemes } }: Props) {
  const text = useText(minutesText);
  if (schemes.length === 0) return null;
  return (
    <section tabIndex={0} aria-label={text.scheme}>
      <h2>{text.scheme}</h2>
      {schemes.map(({ rules, weights }, n) => (
        <p key={n}>
          {schemes.length > 1 && <b>{text.schemeNth(n + 1)}</b>}
          {text.schemeIs(rules, weights)}
        </p>
      ))}
    </section>
  );
}

export function Rounds({ minutes: { rounds, schemes, meeting } }: Props) {
  const text = useText(minutesText);
  return (
    <section tabIndex={0} aria-label={text.rounds}>
      <h2>{text.rounds}</h2>
      {rounds.length === 0 && <p>{text.nothingYet}</p>}
      {rounds.map((round, n) => (
        <div key={n} className={styles['round']}>
          <p>
            <b>{text.about(round.subject ?? text.writtenRound(round.subjects))}</b>
            {round.who && text.byUnits(round.who)}
            {(round.attempt > 1 || round.reason !== null) &&
              text.attempt(round.attempt, round.reason)}{' '}
            {text.opened} {timeText(round.openedAt, meeting.zone)}
            {round.closedAt !== null && (
              <>
                {text.then}
                {text.closed} {timeText(round.closedAt, meeting.zone)}
              </>
            )}
            {text.then}
            {round.opened
              ? text.opening(round.opened.n, round.opened.of)
              : text.phases[round.phase]}
            {schemes.length > 1 && (
              <>
                {text.then}
                {text.byScheme(round.scheme)}
              </>
            )}
          </p>
          {round.root !== null && (
            <p className={styles['hash']}>
              <span>{text.root}</span> {round.root}
            </p>
          )}
          {round.missing.length > 0 && <p>{text.missing(round.missing.join(text.comma))}</p>}
          {round.unconfirmed.length > 0 && (
            <p>
              {text.unconfirmed(
                round.unconfirmed
                  .map(({ name, subject }) => text.paperOf(name, subject))
                  .join(text.comma),
              )}
            </p>
          )}
        </div>
      ))}
    </section>
  );
}

export function BoardTable({ minutes: { board } }: Props) {
  const text = useText(minutesText);
  const { lot: lotWords } = useText(drawPoolText);
  return (
    <section tabIndex={0} aria-label={text.board}>
      <h2>{text.board}</h2>
      {board.rows.length === 0 ? (
        <p>{text.nothingYet}</p>
      ) : (
        <table>
          <thead>
            <tr>
              <th scope="col" className={styles['number']}>
                {text.rank}
              </th>
              <th scope="col">{text.unit}</th>
              <th scope="col">{text.category}</th>
              <th scope="col" className={styles['number']}>
                {text.categoryRank}
              </th>
              <th scope="col" className={styles['number']}>
                {text.score}
              </th>
            </tr>
          </thead>
          <tbody>
            {board.rows.map(({ subject, rank, lot, categoryRank, categoryLot, score }) => (
              <tr key={subject.id}>
                <td className={styles['number']}>{rank ?? '–'}</td>
                <td>
                  {subject.name}
                  {lot !== null && <small> {lotWords(lot)}</small>}
                </td>
                <td>
                  {subject.category.name}
                  {categoryLot !== null && <small> {lotWords(categoryLot)}</small>}
                </td>
                <td className={styles['number']}>{categoryRank ?? '–'}</td>
                <td className={styles['number']}>{score ?? text.noScore}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
