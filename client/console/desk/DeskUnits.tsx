// Units at the desk: their tickets and seats, found by name. Nothing where no unit holds any.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { unitsText } from '../../../shared/text/console/units.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { subjectHolder } from '../../../shared/meeting/people.ts';
import { loose } from '../../../shared/roster/cells.ts';
import type { UnitRow } from '../../../shared/views/slices/desk-slices.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { SureButton } from '../parts/SureButton.tsx';
import { DeskForm } from './DeskForm.tsx';
import { TicketActs } from './TicketActs.tsx';
import styles from './Desk.module.css';

interface Unit extends UnitRow {
  readonly name: string;
}

const MOST_FOUND = 8;

export function DeskUnits() {
  const words = useText(unitsText).desk;
  const units = useUnits();
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const unit = units.find((one) => one.unit === chosen);
  if (units.every(({ ticket, seat }) => ticket === 'none' && seat === null)) return null;
  return (
    <section aria-label={words.title} className={styles['desk']}>
      {unit ? (
        <DeskUnit
          key={unit.unit}
          unit={unit}
          units={units}
          onClose={() => {
            setChosen(null);
          }}
        />
      ) : (
        <FindUnit label={words.find} units={units} onChoose={setChosen} />
      )}
    </section>
  );
}

function useUnits(): readonly Unit[] {
  const names = new Map(useView((view) => view.subjects).map(({ id, name }) => [id, name]));
  return useView((view) => view.desk).units.map((row) => ({
    ...row,
    name: names.get(row.unit) ?? row.unit,
  }));
}

function FindUnit({
  label,
  units,
  onChoose,
}: {
  readonly label: string;
  readonly units: readonly Unit[];
  readonly onChoose: (unit: SubjectId) => void;
}) {
  const words = useText(unitsText).desk;
  const [typed, setTyped] = useState('');
  const sought = loose(typed);
  const all =
    sought === ''
      ? []
      : units.filter(({ name, unit }) => loose(name).includes(sought) || loose(unit) === sought);
  return (
    <div className={styles['find']}>
      <Field
        label={label}
        hint={sought === '' || all.length > 0 ? words.hint : words.nobody}
        type="search"
        autoComplete="off"
        value={typed}
        onText={setTyped}
      />
      <ul className={styles['results']}>
        {all.slice(0, MOST_FOUND).map(({ unit, name, standing }) => (
          <li key={unit}>
            <button
              type="button"
              onClick={() => {
                onChoose(unit);
              }}
            >
              <b>{name}</b>
              <span className="quiet small">{unit}</span>
              <span className="quiet small">{words.standings[standing]}</span>
            </button>
          </li>
        ))}
      </ul>
      {all.length > MOST_FOUND && (
        <p className="quiet small">{words.more(all.length - MOST_FOUND)}</p>
      )}
    </div>
  );
}

function DeskUnit({
  unit,
  units,
  onClose,
}: {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly onClose: () => void;
}) {
  const text = useText(consoleText);
  const desk = useText(deskText);
  const words = useText(unitsText).desk;
  const [form, setForm] = useState<'leave' | 'swap' | null>(null);
  const { give, waiting, trouble } = useCommands();
  const { seat, standing, ticket, claim } = unit;
  const close = () => {
    setForm(null);
  };
  const lender = units.find((one) => one.unit === unit.holdsSheetOf)?.name;
  const facts = [
    seat === null ? null : desk.seatIs(seat),
    standing === 'present' && claim === 0 ? desk.byDesk : null,
    text.desk.ticket[ticket],
    lender === undefined ? null : desk.swapped(lender),
  ].filter((fact) => fact !== null);
  return (
    <div className={styles['person']}>
      <div className={styles['personHead']}>
        <h3>{unit.name}</h3>
        <Button onClick={onClose}>{desk.close}</Button>
      </div>
      <p className="quiet small">{[words.standings[standing], ...facts].join(text.comma)}</p>
      {form === null && (
        <div className={styles['acts']}>
          {(standing === 'absent' || standing === 'left') && seat && (
            <ActButton
              act="CheckIn"
              kind="ink"
              label={standing === 'left' ? desk.acts.comeBack : desk.acts.checkIn}
              waiting={waiting}
              onClick={() => void give({ type: 'CheckIn', seat })}
            />
          )}
          {standing === 'present' && seat && claim === 0 && (
            <SureButton
              act="UndoCheckIn"
              label={desk.acts.undo}
              waiting={waiting}
              onSure={() => void give({ type: 'UndoCheckIn', seat })}
            />
          )}
          {standing === 'present' && (
            <ActButton
              act="LeaveSeat"
              label={`${desk.acts.leave}…`}
              onClick={() => {
                setForm('leave');
              }}
            />
          )}
          {ticket === 'issued' && (
            <ActButton
              act="SwapTickets"
              label={`${desk.acts.swap}…`}
              onClick={() => {
                setForm('swap');
              }}
            />
          )}
          <TicketActs holder={subjectHolder(unit.unit)} ticket={ticket} />
        </div>
      )}
      {form === 'leave' && seat && (
        <DeskForm
          act="LeaveSeat"
          title={desk.acts.leave}
          label={desk.acts.leave}
          command={(reason) => ({ type: 'LeaveSeat', seat, reason })}
          onDone={close}
        >
          <p>{desk.leaveMeans}</p>
        </DeskForm>
      )}
      {form === 'swap' && <SwapUnits unit={unit} units={units} onDone={close} />}
      <Notice trouble={trouble} />
    </div>
  );
}

function SwapUnits({
  unit,
  units,
  onDone,
}: {
  readonly unit: Unit;
  readonly units: readonly Unit[];
  readonly onDone: () => void;
}) {
  const text = useText(consoleText);
  const desk = useText(deskText);
  const words = useText(unitsText).desk;
  const [chosen, setChosen] = useState<SubjectId | null>(null);
  const { give, waiting, trouble } = useCommands();
  const other = units.find((one) => one.unit === chosen);
  return (
    <section aria-label={desk.acts.swap} className={styles['form']}>
      <h4>{desk.acts.swap}</h4>
      <p>{words.swapLead}</p>
      {other ? (
        <SureButton
          act="SwapTickets"
          kind="ink"
          autoFocus
          label={desk.swapDo(unit.name, other.name)}
          waiting={waiting}
          onSure={() =>
            void give(
              { type: 'SwapTickets', a: subjectHolder(unit.unit), b: subjectHolder(other.unit) },
              { done: onDone },
            )
          }
        />
      ) : (
        <FindUnit
          label={desk.swapWith}
          units={units.filter((one) => one.ticket === 'issued' && one.unit !== unit.unit)}
          onChoose={setChosen}
        />
      )}
      <div>
        <Button onClick={onDone}>{text.cancel}</Button>
      </div>
      <Notice trouble={trouble} />
    </section>
  );
}
