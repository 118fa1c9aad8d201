// An act on the agenda that goes on record with its reason.
import type { Expectation, StaffCommand } from '../../../shared/meeting/commands.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';

export function ReasonDialog({
  title,
  means,
  label,
  command,
  expects,
  onClose,
}: {
  readonly title: string;
  readonly means: string;
  readonly label: string;
  readonly command: (reason: string) => StaffCommand;
  /** What the screen showed when the question was asked. */
  readonly expects: Expectation;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <ReasonedForm
        area="roster"
        label={label}
        command={command}
        expects={expects}
        autoFocus
        onClose={onClose}
      >
        <p>{means}</p>
      </ReasonedForm>
    </Dialog>
  );
}
