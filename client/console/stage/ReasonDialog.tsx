// An act on the agenda that goes on record with its reason.
import type {
  Expectation,
  StaffCommand,
  StaffCommandOf,
} from '../../../shared/meeting/commands.ts';
import { Dialog } from '../parts/Dialog.tsx';
import { ReasonedForm } from '../parts/ReasonedForm.tsx';

export function ReasonDialog<A extends StaffCommand['type']>({
  act,
  title,
  means,
  label,
  command,
  expects,
  onClose,
}: {
  readonly act: A;
  readonly title: string;
  readonly means: string;
  readonly label: string;
  readonly command: (reason: string) => StaffCommandOf<NoInfer<A>>;
  /** What the screen showed when the question was asked. */
  readonly expects: Expectation;
  readonly onClose: () => void;
}) {
  return (
    <Dialog title={title} onClose={onClose}>
      <ReasonedForm
        act={act}
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
