// The step of a board that is being opened: the next row by the one key, the rest of its ten by another, or all at once.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import type { NextStep } from '../../../shared/views/slices/next-step.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { useKeyAct } from '../parts/use-key.ts';
import { StepBox } from './StepBox.tsx';
import { useClimbing } from './use-climbing.ts';
import styles from './BoardStep.module.css';

export function BoardStep({
  next: { command, ten, all },
}: {
  readonly next: Extract<NextStep, { readonly act: 'show-row' }>;
}) {
  const words = useText(consoleAgendaText);
  const climbing = useClimbing();
  const { button, trouble } = useKeyAct(
    'ten',
    'ShowRows',
    climbing ? null : (ten?.command ?? null),
  );
  const { give, trouble: troubleOfAll } = useCommands();
  return (
    <StepBox command={command}>
      <div className={styles['more']}>
        {ten && (
          <span className="row gap-s">
            <ActButton
              {...button}
              label={words.showTen(ten.rows)}
              blocked={climbing ? words.climbing : null}
            />
            <kbd>T</kbd>
          </span>
        )}
        <SureButton act="ShowRows" label={words.showRest} onSure={() => void give(all)} />
      </div>
      <Notice trouble={trouble ?? troubleOfAll} />
    </StepBox>
  );
}
