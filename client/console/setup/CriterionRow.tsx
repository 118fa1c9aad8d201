// One criterion of a sheet under edit.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { TypedInput } from '../../ui/TypedInput.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { setterOf } from '../parts/setter-of.ts';
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
  const set = setterOf(criterion, onChange);
  const what = words.nth(n, criterion.name);
  return (
    <li className={styles['criterion']} aria-label={what}>
      <span className="quiet">{n}</span>
      <TypedInput
        type="text"
        aria-label={words.criterionOf(n)}
        value={criterion.name}
        maxLength={120}
        live
        onText={set('name')}
      />
      <NumberField label={words.maxOf(n)} hideLabel value={criterion.max} onChange={set('max')} />
      <NumberField
        label={words.stepOf(n)}
        hideLabel
        value={criterion.step}
        onChange={set('step')}
      />
      <RowButtons what={what} first={n === 1} last={last} onMove={onMove} onRemove={onRemove} />
    </li>
  );
}
