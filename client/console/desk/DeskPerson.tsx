// One person at the desk: how they stand, and the acts that make sense for them now.
import { useRef, useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { reviewerHolder } from '../../../shared/meeting/people.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import type { Person } from '../setup/choose-people.ts';
import { DeskForm } from './DeskForm.tsx';
import { EnterPaper } from './EnterPaper.tsx';
import { Recusals } from './Recusals.tsx';
import { ReplaceForm } from './ReplaceForm.tsx';
import { SwapForm } from './SwapForm.tsx';
import { TicketActs } from './TicketActs.tsx';
import styles from './Desk.module.css';

/** What each form gives in the end. */
const FORMS = {
  leave: 'LeaveSeat',
  replace: 'ReplaceSeat',
  paper: 'EnterPaper',
  swap: 'SwapTickets',
} as const;
type Form = keyof typeof FORMS;

const SLOT = {
  pool: 'absent',
  absent: 'empty',
  present: 'filled',
  left: 'absent',
  replaced: 'recused',
} as const;

export function DeskPerson({
  person,
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const words = useText(deskText);
  const [form, setForm] = useState<Form | null>(null);
  const { give, waiting, trouble } = useCommands();
  const { reviewer, name, seat, standing, claim, arrived } = person;
  const box = useRef<HTMLDivElement>(null);
  const close = () => {
    setForm(null);
    // Or the keyboard would lose its place together with the form.
    box.current?.focus();
  };
  const opens = (which: Form) => (
    <ActButton
      act={FORMS[which]}
      label={`${words.acts[which]}…`}
      onClick={() => {
        setForm(which);
      }}
    />
  );
  return (
    <div
      ref={box}
      tabIndex={-1}
      className={styles['person']}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        if (form) close();
        else onClose();
      }}
    >
      <div className={styles['personHead']}>
        <h3>{name}</h3>
        <Button onClick={onClose}>{words.close}</Button>
      </div>
      <Facts person={person} />
      {form === null ? (
        <div className={styles['acts']}>
          {(standing === 'absent' || standing === 'left') && seat && (
            <ActButton
              act="CheckIn"
              kind="ink"
              label={standing === 'left' ? words.acts.comeBack : words.acts.checkIn}
              waiting={waiting}
              onClick={() => void give({ type: 'CheckIn', seat })}
            />
          )}
          {standing === 'pool' && (
            <ActButton
              act="MarkHere"
              kind={arrived ? 'plain' : 'ink'}
              label={arrived ? words.acts.away : words.acts.here}
              waiting={waiting}
              onClick={() => void give({ type: 'MarkHere', reviewer, here: !arrived })}
            />
          )}
          {standing === 'present' && (
            <>
              {opens('paper')}
              {opens('leave')}
            </>
          )}
          {seat && opens('replace')}
          {standing === 'present' && seat && claim === 0 && (
            <SureButton
              act="UndoCheckIn"
              label={words.acts.undo}
              waiting={waiting}
              onSure={() => void give({ type: 'UndoCheckIn', seat })}
            />
          )}
          {person.ticket === 'issued' && opens('swap')}
          <TicketActs holder={reviewerHolder(reviewer)} ticket={person.ticket} />
        </div>
      ) : (
        <div className={styles['form']}>
          {form === 'leave' && seat && (
            <DeskForm
              act="LeaveSeat"
              title={words.acts.leave}
              label={words.acts.leave}
              command={(reason) => ({ type: 'LeaveSeat', seat, reason })}
              onDone={close}
            >
              <p>{words.leaveMeans}</p>
            </DeskForm>
          )}
          {form === 'replace' && seat && <ReplaceForm person={person} onDone={close} />}
          {form === 'paper' && seat && <EnterPaper seat={seat} person={person} onDone={close} />}
          {form === 'swap' && <SwapForm person={person} onDone={close} />}
        </div>
      )}
      <Notice trouble={trouble} />
      {form === null && <Recusals person={person} />}
    </div>
  );
}

function Facts({ person }: { readonly person: Person }) {
  const text = useText(consoleText);
  const words = useText(deskText);
  const { groups } = useView((view) => view.setup);
  const people = useView((view) => view.people);
  const { reviewer, seat, standing, arrived, place, ticket, claim, holdsSheetOf } = person;
  const group = groups.find(({ id }) => id === person.group)?.name ?? '';
  const lender = people.find((one) => one.reviewer === holdsSheetOf)?.name ?? '';
  const facts = [
    seat === null ? null : words.seatIs(seat),
    standing === 'present' && claim === 0 ? words.byDesk : null,
    arrived ? words.arrived : null,
    place === null ? null : words.place(place),
    text.desk.ticket[ticket],
    holdsSheetOf === null ? null : words.swapped(lender),
  ].filter((fact) => fact !== null);
  return (
    <div className="quiet small">
      <p>
        {group} {reviewer}
      </p>
      <p className={styles['standing']}>
        <Slot state={SLOT[standing]} /> <b>{words.standings[standing]}</b>
      </p>
      <p>{facts.join(text.comma)}</p>
    </div>
  );
}
