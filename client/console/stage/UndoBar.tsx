// Under the next step: what takes the last act back, and what the keys do.
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText, type ConsoleText } from '../../../shared/text/console.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';
import type { UndoStep } from '../../../shared/views/slices/staff-slices.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { useKeyAct } from '../parts/use-key.ts';
import { itemName } from './rail-rows.ts';
import styles from './UndoBar.module.css';

export function UndoBar() {
  const text = useText(consoleText);
  const words = useText(consoleAgendaText);
  const undo = useView((view) => view.control.undo);
  const command = undo?.command ?? null;
  const { button, trouble } = useKeyAct('undo', command?.type ?? 'view', command);
  const about = undo?.item ? aboutItem(undo.act, undo.item, text) : (undo?.about ?? '');
  return (
    <div className={styles['bar']}>
      {undo ? (
        <>
          <ActButton
            {...button}
            label={`${words.undo}${text.colon}${words.undoActs[undo.act](about)}`}
          />
          <kbd>Ctrl+Z</kbd>
        </>
      ) : (
        <span>{words.nothingToUndo}</span>
      )}
      <p className={styles['keys']} title={words.keyNone}>
        <kbd>PageDown</kbd> {words.keyNext}
        <kbd>PageUp</kbd> {words.keyBack}
        <kbd>R</kbd> {words.keyBell}
      </p>
      <Notice trouble={trouble} />
    </div>
  );
}

/** A clock runs for those who were drawn, not for the draw. */
function aboutItem(act: UndoStep['act'], row: AgendaRow, text: ConsoleText): string {
  const drawing = kindOf(row.item).drawing(row.item);
  const isClock = act === 'start-countdown' || act === 'clear-countdown';
  return drawing && isClock ? text.purposes[drawing.purpose] : itemName(row, text);
}
