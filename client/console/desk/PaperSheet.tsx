// The sheet as a clerk types it from paper: the same criteria as on the phones, in the same order.
import { deskText } from '../../../shared/text/desk.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import { useText } from '../../ui/language.ts';
import { NumberField } from '../parts/NumberField.tsx';
import type { Typed } from './paper-choice.ts';
import { own } from '../../../shared/own.ts';
import styles from './Desk.module.css';

export function PaperSheet({
  sheet,
  typed,
  onType,
}: {
  readonly sheet: Sheet;
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}) {
  const text = useText(deskText).paper;
  return (
    <div className="grid gap-s">
      {sheet.criteria.map(({ id, name, max }) => (
        <NumberField
          key={id}
          label={name}
          value={own(typed.scores, id) ?? null}
          after={text.outOf(max)}
          most={max}
          disabled={typed.abstain}
          onChange={(score) => {
            onType({ ...typed, scores: { ...typed.scores, [id]: score } });
          }}
        />
      ))}
      <label className={styles['abstain']}>
        <input
          type="checkbox"
          checked={typed.abstain}
          onChange={(event) => {
            onType({ ...typed, abstain: event.target.checked });
          }}
        />
        {text.abstain}
      </label>
    </div>
  );
}
