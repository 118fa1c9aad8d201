// One person at the desk: seat, code, recusals, and what can be done about them.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useConsole, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { useAction } from '../parts/use-action.ts';
import type { Person } from '../setup/choose-people.ts';
import { issueTickets, type PrintedTicket } from '../tickets/issue.ts';
import { TicketSheets } from '../tickets/TicketSheets.tsx';
import styles from './Desk.module.css';

export function DeskPerson({
  person,
  group,
  onClose,
}: {
  readonly person: Person;
  readonly group: string;
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const words = text.desk;
  const { code } = useConsole();
  const [printed, setPrinted] = useState<readonly PrintedTicket[] | null>(null);
  const issuing = useAction();
  const revoking = useCommands();
  const { reviewer, name, seat, present, ticket } = person;
  return (
    <div className={styles['person']}>
      <div className={styles['personHead']}>
        <h3>{name}</h3>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <p className={styles['facts']}>
        {[
          group,
          reviewer,
          seat === null ? words.noSeat : words.seat(seat, present),
          words.ticket[ticket],
        ].join(text.comma)}
      </p>
      <div className={styles['pair']}>
        <SureButton
          area="desk"
          label={ticket === 'none' ? words.issue : words.reissue}
          waiting={issuing.busy ? text.sending : null}
          onSure={() =>
            void issuing
              .run(() => issueTickets(code, [reviewer]))
              .then((answer) => {
                if (answer) setPrinted(answer.tickets);
              })
          }
        />
        <SureButton
          area="desk"
          label={words.revoke}
          blocked={ticket === 'issued' ? null : words.noTicket}
          waiting={revoking.busy ? text.sending : null}
          onSure={() => void revoking.give({ type: 'RevokeTicket', reviewer })}
        />
      </div>
      <Notice trouble={issuing.trouble ?? revoking.trouble} />
      <Recusals person={person} />
      {printed && (
        <TicketSheets
          tickets={printed}
          onClose={() => {
            setPrinted(null);
          }}
        />
      )}
    </div>
  );
}

function Recusals({ person }: { readonly person: Person }) {
  const text = useText(consoleText);
  const words = text.desk;
  const { body } = useView((view) => view.control.stage);
  const subjects = useView((view) => view.subjects);
  const present = 'subject' in body ? body.subject.id : null;
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const subject = chosen ?? present ?? subjects[0]?.id;
  const { give, busy, trouble } = useCommands();
  const names = subjects.filter(({ id }) => person.recusals.includes(id)).map(({ name }) => name);
  if (subject === undefined) return null;
  return (
    <>
      <p className={styles['facts']}>
        {names.length === 0 ? words.noRecusals : words.recusals(names.join(text.and))}
      </p>
      <div className={styles['recusal']}>
        <Select
          label={words.recuseFrom}
          value={subject}
          options={subjects.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(id) => {
            setChosen(id as SubjectId);
          }}
        />
        <ActButton
          area="desk"
          label={words.recuse}
          blocked={person.recusals.includes(subject) ? words.recused : null}
          waiting={busy ? text.sending : null}
          onClick={() => void give({ type: 'DeclareRecusal', reviewer: person.reviewer, subject })}
        />
      </div>
      <Notice trouble={trouble} />
    </>
  );
}
