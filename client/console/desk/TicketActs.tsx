// A new sheet for one person, printed at once; and the end of a code.
import { deskText } from '../../../shared/text/desk.ts';
import type { PrintedTicket } from '../../../shared/printed-ticket.ts';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { useCommands, useConsole } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { useAction } from '../parts/use-action.ts';
import type { Person } from '../setup/choose-people.ts';
import { issueTickets } from '../tickets/issue.ts';
import { TicketSheets } from '../tickets/TicketSheets.tsx';

export function TicketActs({ person }: { readonly person: Person }) {
  const words = useText(deskText);
  const { code } = useConsole();
  const printed = useOpen<readonly PrintedTicket[]>();
  const issuing = useAction();
  const revoking = useCommands();
  const { reviewer, ticket } = person;
  return (
    <>
      <SureButton
        act="IssueTickets"
        label={ticket === 'none' ? words.acts.issue : words.acts.reissue}
        waiting={issuing.waiting}
        onSure={() =>
          void issuing.run(
            () => issueTickets(code, [reviewer]),
            ({ tickets }) => {
              printed.setOpen(tickets);
            },
          )
        }
      />
      {ticket === 'issued' && (
        <SureButton
          act="RevokeTicket"
          label={words.acts.revoke}
          waiting={revoking.waiting}
          onSure={() => void revoking.give({ type: 'RevokeTicket', reviewer })}
        />
      )}
      <Notice trouble={issuing.trouble ?? revoking.trouble} />
      {printed.open && <TicketSheets tickets={printed.open} printNow onClose={printed.close} />}
    </>
  );
}
