// The scheme: what each group weighs, and how ballots become a score.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { SchemeForm } from './SchemeForm.tsx';
import { StepHeader } from './StepHeader.tsx';
import { WeightsForm } from './WeightsForm.tsx';

export function SchemeStep() {
  const text = useText(consoleText);
  return (
    <section>
      <StepHeader title={text.setup.places.scheme} lead={text.scheme.lead} />
      <WeightsForm />
      <SchemeForm />
    </section>
  );
}
