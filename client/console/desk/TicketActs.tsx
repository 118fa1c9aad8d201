// A new sheet for one person, printed at once; and the end of a code.
import { deskText } from '../../../shared/text/desk.ts';
import { useText } from '../../ui/language.ts';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import type { Person } from '../setup/choose-people.ts';
import { useIssuing } from '../tickets/use-issuing.tsx';

export function TicketActs({ person }: { readonly person: Person }) {
  const words = useText(deskText);
  const issuing = useIssuing(true);
  const revoking = useCommands();
  const { reviewer, ticket } = person;
  return (
    <>
      <SureButton
        act="IssueTickets"
        label={ticket === 'none' ? words.acts.issue : words.acts.reissue}
        waiting={issuing.waiting}
        onSure={() => {
          issuing.issue([reviewer]);
        }}
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
      {issuing.sheets}
    </>
  );
}
