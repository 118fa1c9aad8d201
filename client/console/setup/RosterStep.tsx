// Rosters in: units first, because reviewers' recusals name them.
import { Link } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { WayLinks } from '../parts/WayLinks.tsx';
import { addressOf } from '../place.ts';
import { RareNote } from './RareNote.tsx';
import { RosterImport } from './RosterImport.tsx';
import { SealPart } from './SealPart.tsx';
import { StepHeader } from './StepHeader.tsx';
import styles from './Roster.module.css';

export function RosterStep() {
  const text = useText(consoleText);
  const { categories, groups, subjects, reviewers } = useView((view) => view.setup);
  const { rehearsal } = useView((view) => view.control.stage.meeting);
  return (
    <section>
      <StepHeader title={text.setup.places.roster} lead={text.roster.lead} />
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
      <RareNote />
      {subjects + reviewers > 0 && <SealPart />}
      {subjects > 0 && reviewers > 0 && !rehearsal && <Onward />}
    </section>
  );
}

/** Everything else has a default by now, so that a rehearsal can be next. */
function Onward() {
  const words = useText(consoleText).roster.onward;
  const { code } = useConsole();
  return (
    <section aria-label={words.title} className={styles['onward']}>
      <h3>{words.title}</h3>
      <p>{words.lead}</p>
      <WayLinks>
        <Link href={addressOf(code, 'setup', 'rehearsal')} data-main>
          {words.rehearse}
        </Link>
        <Link href={addressOf(code, 'setup', 'overview')}>{words.overview}</Link>
      </WayLinks>
    </section>
  );
}
