// Before the meeting: the steps at the left say what stands, the content does one of them.
import type { ComponentType } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { InviteStaff } from '../home/InviteStaff.tsx';
import { useMay } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { DocumentsStep } from '../documents/DocumentsStep.tsx';
import { AgendaStep } from './AgendaStep.tsx';
import { MeetingStep } from './MeetingStep.tsx';
import { Overview } from './Overview.tsx';
import { RehearsalStep } from './RehearsalStep.tsx';
import { RosterStep } from './RosterStep.tsx';
import { SchemeStep } from './SchemeStep.tsx';
import { SeatsStep } from './SeatsStep.tsx';
import { PlanStep } from '../result/PlanStep.tsx';
import { SheetStep } from './sheet/SheetStep.tsx';
import { StepRail } from './StepRail.tsx';
import { TicketsStep } from './TicketsStep.tsx';
import type { PlaceId } from './steps.ts';
import { Part } from '../parts/Part.tsx';
import styles from './SetupTab.module.css';

export function SetupTab({ place }: { readonly place: PlaceId }) {
  const text = useText(consoleText);
  const Step = STEPS[place];
  return (
    <div className={styles['grid']}>
      <nav aria-label={text.setup.steps} className={styles['rail']}>
        <Part name="steps">
          <StepRail place={place} />
        </Part>
      </nav>
      <div className={styles['content']}>
        <Part name="step" key={place}>
          <Step />
        </Part>
      </div>
    </div>
  );
}

const STEPS: Readonly<Record<PlaceId, ComponentType>> = {
  overview: Overview,
  roster: RosterStep,
  seats: SeatsStep,
  sheet: SheetStep,
  scheme: SchemeStep,
  result: PlanStep,
  agenda: AgendaStep,
  tickets: TicketsStep,
  documents: DocumentsStep,
  rehearsal: RehearsalStep,
  meeting: MeetingStep,
  staff: StaffStep,
};

function StaffStep() {
  const text = useText(consoleText);
  return (
    <div className={styles['narrow']}>
      {useMay('invite') ? <InviteStaff /> : <Remark>{text.invite.moderatorOnly}</Remark>}
    </div>
  );
}
