// Results: the units by category, one unit's score opened down to its parts, its place beside it (LOOK.md §4).
import { useEffect, useEffectEvent, useRef } from 'react';
import { useLocation } from 'wouter';
import { awayText } from '../../../shared/text/away.ts';
import { commonText } from '../../../shared/text/common.ts';
import { refusalSentence } from '../../../shared/text/refusals.ts';
import { unitText } from '../../../shared/text/unit.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { listen } from '../../live/until-ended.ts';
import { useQuery } from '../../parts/query.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { isDialogOpen } from '../../ui/open-dialog.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { Part } from '../parts/Part.tsx';
import { unitAddress } from './address.ts';
import { listOf } from './list.ts';
import { useResult } from '../result/use-result.ts';
import { AdjustmentsPage } from './AdjustmentsPage.tsx';
import { DecisionPage } from './DecisionPage.tsx';
import { NoPlan, ResultPages } from './ResultPages.tsx';
import { UnitSum } from './UnitSum.tsx';
import { UnitFacts } from './UnitFacts.tsx';
import { UnitLedger } from './UnitLedger.tsx';
import { UnitList } from './UnitList.tsx';
import { useCertainty } from './use-certainty.ts';
import { useUnit } from './use-unit.ts';
import styles from './Results.module.css';

export function ResultsTab() {
  const text = useText(unitText);
  const common = useText(commonText);
  const away = useText(awayText);
  const language = useLanguage();
  const { code } = useConsole();
  const board = useView((view) => view.board);
  const subjects = useView((view) => view.subjects);
  const [, navigate] = useLocation();
  const result = useResult();
  const asks = useQuery('page');
  const list = listOf(board, subjects, result?.rows ?? []);
  const units = list.flatMap((one) => one.units);
  const asked = useQuery('unit');
  const place = Math.max(
    0,
    units.findIndex(({ subject }) => subject.id === asked),
  );
  const chosen = units[place]?.subject.id ?? null;
  const choose = (subject: SubjectId) => {
    navigate(unitAddress(code, subject), { replace: true });
  };
  useArrows((step) => {
    const next = units[place + step];
    if (next) choose(next.subject.id);
  });
  const { answer, again } = useUnit(chosen);
  const certainty = useCertainty(board);
  const grid = useRef<HTMLDivElement>(null);
  useUnfolded(grid);
  const title = useView((view) => view.control.stage.meeting.title);
  const page = answer?.ok ? answer.page : null;
  const row = result?.rows.find(({ subject }) => subject.id === chosen);
  return (
    <div ref={grid} className={styles['grid']}>
      <nav aria-label={text.list} className={styles['list']}>
        <ResultPages page={asks} />
        <Part name="unit-list">
          <UnitList list={list} chosen={chosen} certainty={certainty.state} />
        </Part>
      </nav>
      {result && (asks === 'adjust' || asks === 'decide') ? (
        <Part name="result-page" key={asks}>
          {result.plan === null ? (
            <NoPlan />
          ) : asks === 'adjust' ? (
            <AdjustmentsPage page={result} />
          ) : (
            <DecisionPage page={result} />
          )}
        </Part>
      ) : board.rows.length === 0 && !page?.result && !row ? (
        <div className={styles['empty']}>
          <h2>{text.empty}</h2>
          <p>{text.emptyWhy}</p>
        </div>
      ) : page ? (
        <>
          <div className={styles['unit']} key={`${page.subject.id}-unit`}>
            <p className={styles['paper']}>{title}</p>
            <Part name="unit">
              <UnitLedger page={page} total={row ? row.total : undefined}>
                {result && row && <UnitSum page={result} row={row} />}
              </UnitLedger>
            </Part>
          </div>
          {page.result && (
            <aside
              aria-label={text.place}
              className={styles['facts']}
              key={`${page.subject.id}-facts`}
            >
              <Part name="unit-facts">
                <UnitFacts
                  page={page}
                  result={page.result}
                  units={units}
                  planned={row !== undefined}
                  certainty={certainty}
                />
              </Part>
            </aside>
          )}
        </>
      ) : (
        <div className={styles['empty']}>
          {answer ? (
            <>
              <p role="alert">
                {'refusal' in answer ? refusalSentence(language, answer.refusal) : text.failed}
              </p>
              <Button onClick={again}>{away.retry}</Button>
            </>
          ) : (
            <p>{common.loading}</p>
          )}
        </div>
      )}
    </div>
  );
}

/** Up and down move through the units, wherever no field or dialog has the keys. */
function useArrows(move: (step: 1 | -1) => void): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const { key, altKey, ctrlKey, metaKey, shiftKey, target } = event;
    if (altKey || ctrlKey || metaKey || shiftKey) return;
    if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
    if (target instanceof HTMLElement && target.closest('input, select, textarea')) return;
    if (isDialogOpen()) return;
    event.preventDefault();
    move(key === 'ArrowDown' ? 1 : -1);
  });
  useEffect(() => {
    const keydown = (event: KeyboardEvent) => {
      pressed(event);
    };
    return listen(window, { keydown });
  }, []);
}

/** Paper cannot be opened: what is folded on the page is printed all the same. */
function useUnfolded(page: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let folded: readonly HTMLDetailsElement[] = [];
    const beforeprint = () => {
      folded = [
        ...(page.current?.querySelectorAll<HTMLDetailsElement>('details:not([open])') ?? []),
      ];
      for (const one of folded) one.open = true;
    };
    const afterprint = () => {
      for (const one of folded) one.open = false;
    };
    return listen(window, { beforeprint, afterprint });
  }, [page]);
}
