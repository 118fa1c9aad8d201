// Abstaining: a quieter way, at the end of the sheet, with one confirmation.
import { abstainText } from '../../../shared/text/abstain.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import styles from './Abstain.module.css';

export function Abstain({
  onAbstain,
  onBack,
}: {
  readonly onAbstain: () => void;
  /** Back from the question, which then is asked at once. */
  readonly onBack?: (() => void) | undefined;
}) {
  const text = useText(abstainText);
  const asking = useOpen(onBack ? true : null);
  if (!asking.open)
    return (
      <div className={styles['quiet']}>
        <button type="button" className={styles['link']} onClick={asking.opener(true)}>
          {text.abstain}
        </button>
      </div>
    );
  return (
    <div className={styles['asking']}>
      <p>{text.abstainAsk}</p>
      <div className={styles['choices']}>
        <Button autoFocus onClick={onBack ?? asking.close}>
          {text.abstainNo}
        </Button>
        <Button
          kind="ink"
          onClick={() => {
            asking.close();
            onAbstain();
          }}
        >
          {text.abstainYes}
        </Button>
      </div>
    </div>
  );
}
