// Abstaining: a quieter way, at the end of the sheet, with one confirmation.
import { useState } from 'react';
import { abstainText } from '../../../shared/text/abstain.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import styles from './Abstain.module.css';

export function Abstain({ onAbstain }: { readonly onAbstain: () => void }) {
  const text = useText(abstainText);
  const [asking, setAsking] = useState(false);
  if (!asking)
    return (
      <div className={styles['quiet']}>
        <button
          type="button"
          className={styles['link']}
          onClick={() => {
            setAsking(true);
          }}
        >
          {text.abstain}
        </button>
      </div>
    );
  return (
    <div className={styles['asking']}>
      <p>{text.abstainAsk}</p>
      <div className={styles['choices']}>
        <Button
          autoFocus
          onClick={() => {
            setAsking(false);
          }}
        >
          {text.abstainNo}
        </Button>
        <Button
          kind="ink"
          onClick={() => {
            setAsking(false);
            onAbstain();
          }}
        >
          {text.abstainYes}
        </Button>
      </div>
    </div>
  );
}
