// The scheme: what each group weighs, how ballots become a score, and an example beside them.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { SchemeExample } from './SchemeExample.tsx';
import { SchemeForm } from './SchemeForm.tsx';
import { StepHeader } from './StepHeader.tsx';
import { WeightsForm } from './WeightsForm.tsx';
import styles from './Scheme.module.css';

export function SchemeStep() {
  const text = useText(consoleText);
  return (
    <section className={styles['step']}>
      <StepHeader title={text.setup.places.scheme} lead={text.scheme.lead} />
      <div className={styles['beside']}>
        <div>
          <WeightsForm />
          <SchemeForm />
        </div>
        <SchemeExample />
      </div>
    </section>
  );
}
