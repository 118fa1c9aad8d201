// A large panel, or names that come by groups: all names over the full width, page after page where they do not fit.
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import type { DrawnName, RunningDraw } from '../../../shared/views/slices/draw-slices.ts';
import { standingNames } from '../../parts/stand-ins.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { CellSlots } from './CellSlots.tsx';
import { DrawRoll } from './DrawRoll.tsx';
import { placedRows, rollLayout } from './roll-layout.ts';
import { DrawFoot } from './DrawFoot.tsx';
import { LoneName } from './LoneName.tsx';
import { Bar, Count } from '../score/Figures.tsx';
import { useScreen } from '../screen-context.ts';
import { usePages } from '../board/use-pages.ts';
import styles from './DrawMany.module.css';

/** More names than this stand over the full width. */
export const MANY = 20;

/** @param out how many of its names stand on the screen by now */
export function DrawMany({
  draw,
  out,
  code,
}: {
  readonly draw: RunningDraw;
  readonly out: number;
  readonly code: string;
}) {
  const { text } = useScreen();
  const seen = asFarAs(draw, out);
  const done = draw.phase === 'done' && out === draw.take;
  const { effect } = PURPOSES[draw.purpose];
  // A panel comes group after group; of units the order is that of their turns.
  const byGroup = effect === 'seats' && draw.cells.length > 0 && !draw.byQuotas;
  const groups = byGroup ? draw.cells.filter(({ most }) => most > 0).length : 0;
  const layout = rollLayout(draw.take, groups);
  const rows = placedRows(done ? standingNames(draw) : seen.shown, draw.take, byGroup, layout);
  // While names come, the page is that of the newest; from there the pages turn once all are out.
  const newest = rows.filter(({ kind }) => kind === 'name').at(-1)?.page ?? 0;
  const pages = Math.max(layout.pages, (rows.at(-1)?.page ?? 0) + 1);
  const turning = usePages(done ? pages : 1, newest);
  const page = done ? turning.now : newest;
  const latest = draw.pace === 'group' || done ? undefined : seen.shown.at(-1);
  return (
    <DrawFoot draw={draw} code={code} page={pages > 1 ? text.page(page + 1, pages) : null}>
      <div className={styles['many']}>
        <div>
          <p className={styles['lead']}>{text.draw.purposes[draw.purpose]}</p>
          <p className={styles['count']}>
            <Count done={out} of={draw.take} size={9.2} />
            <span>{done ? text.allDrawn : out === 0 ? text.waitingFirst : null}</span>
          </p>
        </div>
        {latest ? <Newest key={latest.id} drawn={latest} /> : <CellSlots draw={seen} />}
        <Bar empty={out === 0} />
        <DrawRoll
          rows={rows.filter((row) => row.page === page)}
          layout={layout}
          latest={done ? null : (seen.shown.at(-1) ?? null)}
          oneByOne={draw.pace !== 'group'}
        />
      </div>
    </DrawFoot>
  );
}

/** The draw with the names that stand on the screen by now. */
function asFarAs(draw: RunningDraw, out: number): RunningDraw {
  if (out === draw.shown.length) return draw;
  const shown = draw.shown.slice(0, out);
  const cells = draw.cells.map((one) => ({
    ...one,
    shown: shown.filter(({ cell, counts }) => counts?.includes(one.id) ?? cell === one.id).length,
  }));
  return { ...draw, phase: 'showing', shown, cells };
}

/** Beside the count, where names are read out one by one. */
function Newest({ drawn }: { readonly drawn: DrawnName }) {
  return (
    <div className={styles['newest']}>
      <LoneName name={drawn.name} apart={drawn.apart} beside={drawn.group} width={104} max={9.2} />
      <p>
        {drawn.subject ? (
          <>
            <CategoryMark {...drawn.subject.category} /> {drawn.subject.category.name}
          </>
        ) : (
          drawn.group
        )}
      </p>
    </div>
  );
}
