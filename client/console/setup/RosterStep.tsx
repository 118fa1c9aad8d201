// Rosters in: units first, because reviewers' recusals name them.
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { RosterImport } from './RosterImport.tsx';
import { StepHead } from './StepHead.tsx';

export function RosterStep() {
  const text = useText(consoleText);
  const { categories, groups, subjects, reviewers } = useView((view) => view.setup);
  return (
    <section>
      <StepHead title={text.setup.places.roster} lead={text.roster.lead} />
      <RosterImport
        kind="subjects"
        stands={subjects}
        parts={categories.map(({ name, count }) => ({ name, count }))}
      />
      <RosterImport
        kind="reviewers"
        stands={reviewers}
        parts={groups.map(({ name, pool }) => ({ name, count: pool }))}
      />
    </section>
  );
}
