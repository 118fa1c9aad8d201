// In the next step of a check-in: the reserve for the empty seats, folded until somebody wants it.
import { absentText } from '../../../shared/text/console/absent.ts';
import { useText } from '../../ui/language.ts';
import { AbsentPlan } from '../desk/AbsentPlan.tsx';
import styles from './AbsentOffer.module.css';

export function AbsentOffer({ come }: { readonly come: number }) {
  const text = useText(absentText);
  return (
    <details className={styles['offer']}>
      <summary className="bold">{text.offer(come)}</summary>
      <AbsentPlan />
    </details>
  );
}
