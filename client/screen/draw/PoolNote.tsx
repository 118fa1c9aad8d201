// Under everyone's chance: the ranking that a draw is among, who is left out and why, and who throws.
import { drawPoolText } from '../../../shared/text/draw-pool.ts';
import type { DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { leftOutLines, rankingLine } from '../../parts/pool-lines.ts';
import { useScreen } from '../screen-context.ts';
import styles from './PoolNote.module.css';

export function PoolNote({ draw }: { readonly draw: DrawView }) {
  const { lang } = useScreen();
  const text = drawPoolText[lang];
  const ranking = rankingLine(draw, text);
  const leftOut = leftOutLines(draw, text, false);
  const lines = [
    draw.ranking?.closed ? null : ranking,
    draw.ranking?.place === null && !draw.ranking.closed ? text.edge : null,
    leftOut.length === 0 ? null : `${text.leftOut}${text.colon}${leftOut.join(text.joined)}`,
    draw.thrower && text.throws(draw.thrower.name),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <div className={styles['note']}>
      {lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
    </div>
  );
}
