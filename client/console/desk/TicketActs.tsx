// A new sheet for one person or unit, printed at once; and the end of a code.
import { deskText } from '../../../shared/text/desk.ts';
import type { Holder } from '../../../shared/meeting/people.ts';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';
import { useText } from '../../ui/language.ts';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { useIssuing } from '../tickets/use-issuing.tsx';

export function TicketActs({
  holder,
  ticket,
}: {
  readonly holder: Holder;
  readonly ticket: PersonRow['ticket'];
}) {
  const words = useText(deskText);
  const issuing = useIssuing(true);
  const revoking = useCommands();
  return (
    <>
      <SureButton
        act="IssueTickets"
        label={ticket === 'none' ? words.acts.issue : words.acts.reissue}
        waiting={issuing.waiting}
        onSure={() => {
          issuing.issue(
            holder.kind === 'subject' ? { units: [holder.id] } : { reviewers: [holder.id] },
          );
        }}
      />
      {ticket === 'issued' && (
        <SureButton
          act="RevokeTicket"
          label={words.acts.revoke}
          waiting={revoking.waiting}
          onSure={() => void revoking.give({ type: 'RevokeTicket', holder })}
        />
      )}
      <Notice trouble={issuing.trouble ?? revoking.trouble} />
      {issuing.sheets}
    </>
  );
}
