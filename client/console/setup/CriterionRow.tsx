// One criterion of a sheet under edit.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { NumberField } from '../parts/NumberField.tsx';
import { TextField } from '../parts/TextField.tsx';
import { RowButtons } from './RowButtons.tsx';
import styles from './Sheet.module.css';

export interface CriterionDraft {
  readonly id: string;
  readonly name: string;
  readonly max: number | null;
  readonly step: number | null;
}

export function CriterionRow({
  criterion,
  n,
  last,
  onChange,
  onMove,
  onRemove,
}: {
  readonly criterion: CriterionDraft;
  /** From 1. */
  readonly n: number;
  readonly last: boolean;
  readonly onChange: (criterion: CriterionDraft) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}) {
  const words = useText(consoleText).sheet;
  const what = words.nth(n, criterion.name);
  return (
    <li className={styles['criterion']} aria-label={what}>
      <span className="quiet">{n}</span>
      <TextField
        label={words.criterionOf(n)}
        hideLabel
        value={criterion.name}
        onChange={(name) => {
          onChange({ ...criterion, name });
        }}
      />
      <NumberField
        label={words.maxOf(n)}
        hideLabel
        value={criterion.max}
        onChange={(max) => {
          onChange({ ...criterion, max });
        }}
      />
      <NumberField
        label={words.stepOf(n)}
        hideLabel
        value={criterion.step}
        onChange={(step) => {
          onChange({ ...criterion, step });
        }}
      />
      <RowButtons what={what} first={n === 1} last={last} onMove={onMove} onRemove={onRemove} />
    </li>
  );
}
