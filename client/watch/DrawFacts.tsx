// What a draw rests on: chances and quotas, the words of phones, the sources, how far it convinces.
import { inFives } from '../../shared/dice-reading.ts';
import { PURPOSES } from '../../shared/meeting/draws/purposes.ts';
import { bandsText } from '../../shared/text/bands.ts';
import { drawPoolText } from '../../shared/text/draw-pool.ts';
import { beaconText } from '../../shared/text/beacon.ts';
import { lotteryText } from '../../shared/text/lottery.ts';
import { sealText } from '../../shared/text/seal.ts';
import { watchText } from '../../shared/text/watch.ts';
import type { DrawView, DrawWords } from '../../shared/views/slices/draw-slices.ts';
import { percentOf, rangeText } from '../parts/chance.ts';
import { lotteryLines } from '../parts/lottery-lines.ts';
import { cellTitle, leftOutLines, rankingLine } from '../parts/pool-lines.ts';
import { timeText } from '../parts/time.ts';
import { CategoryMark } from '../ui/CategoryMark.tsx';
import { useText } from '../ui/language.ts';
import { Slot } from '../ui/Slot.tsx';
import { sourceSlot } from '../draw/source-slot.ts';
import { LotsFacts } from './LotsFacts.tsx';
import styles from './Lists.module.css';

export function DrawFacts({
  draw,
  code,
  zone,
}: {
  readonly draw: DrawView;
  readonly code: string;
  readonly zone: string;
}) {
  const text = useText(watchText);
  const beaconWords = useText(beaconText);
  const sealWords = useText(sealText);
  const lotteryWords = useText(lotteryText);
  const poolWords = useText(drawPoolText);
  const bandWords = useText(bandsText);
  const { chance, purpose, cells, words, assurance } = draw;
  const { orders } = PURPOSES[purpose];
  const ranking = rankingLine(draw, poolWords);
  return (
    <dl className={styles['facts']}>
      {draw.lots && <LotsFacts draw={draw} lots={draw.lots} code={code} />}
      {ranking !== null && <dt>{ranking}</dt>}
      {!draw.lots && !draw.ranking?.closed && (
        <dt>
          {orders
            ? poolWords.anyOrder
            : chance !== null
              ? text.draw.alike(purpose)
              : draw.ranking
                ? poolWords.differs
                : draw.byQuotas
                  ? lotteryWords.quotas
                  : text.draw.differs(purpose)}
        </dt>
      )}
      <dd>
        {draw.lottery &&
          lotteryLines(draw.lottery, lotteryWords).map((line) => <p key={line}>{line}</p>)}
        {chance !== null && !orders && (
          <p>
            <b>{percentOf(chance)}%</b> {chance.replace('/', ' / ')}
          </p>
        )}
        {cells.length > 0 && (
          <table className={styles['cells']}>
            <tbody>
              {cells.map((cell) => (
                <tr key={cell.id}>
                  <th scope="row">
                    {cell.category && <CategoryMark {...cell.category} />}{' '}
                    {cellTitle(cell, bandWords)}
                  </th>
                  <td>
                    {rangeText(cell)} / {cell.of}
                  </td>
                  {chance === null && !draw.lots && !draw.byQuotas && (
                    <td>{cell.chance === null ? '—' : `${percentOf(cell.chance)}%`}</td>
                  )}
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {draw.ranking?.place === null && !draw.ranking.closed && (
          <p>
            <small>{poolWords.edge}</small>
          </p>
        )}
      </dd>
      {draw.leftOut.length > 0 && (
        <>
          <dt>{poolWords.leftOut}</dt>
          <dd>
            {leftOutLines(draw, poolWords, true).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </dd>
        </>
      )}
      {draw.thrower && (
        <>
          <dt>{poolWords.thrower}</dt>
          <dd>{draw.thrower.name}</dd>
        </>
      )}
      {words && draw.id !== null && (
        <>
          <dt>{text.draw.words}</dt>
          <dd>
            <Words words={words} />
          </dd>
        </>
      )}
      <dt>{text.sources}</dt>
      <dd>
        {draw.sources.map((source, index) => (
          <p key={index}>
            <Slot state={sourceSlot(source)} /> {text.draw.source(source.type, source.count)}{' '}
            <small>{text.draw.sourceState(source)}</small>
            {source.type === 'drand' && draw.beacon && (
              <small>
                {text.comma}
                {beaconWords.round(draw.beacon.round, timeText(draw.beacon.at, zone, true))}
              </small>
            )}
            {source.digits !== null && (
              <code className={styles['digits']}>{inFives(source.digits)}</code>
            )}
          </p>
        ))}
      </dd>
      {draw.seal && (
        <>
          <dt>{sealWords.title}</dt>
          <dd>
            <p>{sealWords.differs(draw.seal.added, draw.seal.missing)}</p>
            <code className={styles['digits']}>{draw.seal.sealed.replace(/.{4}/g, '$& ')}</code>
          </dd>
        </>
      )}
      <dt>{text.draw.assurance}</dt>
      <dd>
        {text.draw.assurances[assurance]}
        {text.comma}
        {text.draw.assuranceWhy[assurance]}
      </dd>
    </dl>
  );
}

function Words({ words: { sent, of, closed, hash, list } }: { readonly words: DrawWords }) {
  const { draw: text } = useText(watchText);
  if (!closed)
    return (
      <p>
        <b>
          {sent} / {of}
        </b>{' '}
        {text.wordsIn}
      </p>
    );
  return (
    <>
      <p>{text.wordsClosed(sent ?? 0)}</p>
      <p>
        <small>{text.wordsHash}</small>{' '}
        <code className={styles['digits']}>{hash?.replace(/.{4}/g, '$& ')}</code>
      </p>
      {list && list.length > 0 && (
        <ol className={styles['words']}>
          {list.map((word, n) => (
            <li key={n}>{word}</li>
          ))}
        </ol>
      )}
    </>
  );
}
