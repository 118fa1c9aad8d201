// Which list of standings the hall sees, of all or of one category, once the board has opened them.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { CategoryId } from '../../../shared/ids.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { useText } from '../../ui/language.ts';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import type { OnStageProps } from './kind-props.ts';
import styles from './BoardSwitch.module.css';

export function BoardSwitch({ body }: OnStageProps<'board'>) {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const { categories, climb } = useView((view) => view.board);
  const barred = useBarred('TurnBoard');
  const { give, busy, trouble } = useCommands();
  const shown = body.page === 'list' ? (body.category?.id ?? 'all') : null;
  const closed = climb !== null && climb.opened.length < climb.rows;
  const blocked = barred ?? (closed ? words.boardClosed : null);
  const turn = (category: CategoryId | 'all') => {
    if (category !== shown) void give({ type: 'TurnBoard', category });
  };
  return (
    <section aria-label={words.board}>
      <h2 className={styles['head']}>{words.board}</h2>
      <div className={styles['choices']} aria-busy={busy}>
        {[null, ...(categories.length < 2 ? [] : categories)].map((category) => {
          const id = category?.id ?? 'all';
          return (
            <button
              key={id}
              type="button"
              className="key"
              aria-pressed={id === shown}
              aria-disabled={blocked !== null}
              title={blocked ?? (busy ? text.sending : undefined)}
              onClick={() => {
                if (blocked === null) turn(id);
              }}
            >
              {category && <CategoryMark mark={category.mark} hue={category.hue} />}
              {category?.name ?? words.boardAll}
            </button>
          );
        })}
      </div>
      {closed && <p className={styles['head']}>{words.boardClosed}</p>}
      <Notice trouble={trouble} />
    </section>
  );
}
