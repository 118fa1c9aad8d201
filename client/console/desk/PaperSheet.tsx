// The sheet as a clerk types it from paper, the criteria in the order of the phones, and the act that it is typed for.
import { useState } from 'react';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { own } from '../../../shared/own.ts';
import type { Sheet } from '../../../shared/scoring/sheet.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { choiceOf, NOTHING_TYPED, type Typed } from './paper-choice.ts';
import styles from './Desk.module.css';

export function PaperSheet<A extends 'EnterPaper' | 'ConfirmPaper'>({
  about,
  sheet,
  act,
  label,
  said,
  command,
  onDone,
}: {
  /** Which ballot: another one begins with an empty sheet. */
  readonly about: string;
  readonly sheet: Sheet;
  readonly act: A;
  /** Of the button that sends it. */
  readonly label: string;
  /** What is said of it then, over an empty sheet for the next one; absent: the form goes by itself. */
  readonly said?: string;
  readonly command: (choice: Choice) => StaffCommandOf<NoInfer<A>>;
  /** Given up, or enough. */
  readonly onDone: () => void;
}) {
  const { cancel } = useText(consoleText);
  const { back, paper: words } = useText(deskText);
  const [{ typed, of }, setTyped] = useState({ typed: NOTHING_TYPED, of: about });
  const [entered, setEntered] = useState(false);
  const { give, waiting, trouble } = useCommands();
  const { abstain, scores } = of === about ? typed : NOTHING_TYPED;
  const read = choiceOf(sheet, { abstain, scores });
  const type = (next: Typed, isEntered = false) => {
    setTyped({ typed: next, of: about });
    setEntered(isEntered);
  };
  return (
    <>
      <div key={about} className="grid gap-s">
        {sheet.criteria.map(({ id, name, max }) => (
          <NumberField
            key={id}
            label={name}
            value={own(scores, id) ?? null}
            after={words.outOf(max)}
            most={max}
            disabled={abstain}
            onChange={(score) => {
              type({ abstain, scores: { ...scores, [id]: score } });
            }}
          />
        ))}
        <label className={styles['abstain']}>
          <input
            type="checkbox"
            checked={abstain}
            onChange={(event) => {
              type({ scores, abstain: event.target.checked });
            }}
          />
          {words.abstain}
        </label>
      </div>
      <div className={styles['buttons']}>
        <ActButton
          act={act}
          kind="ink"
          label={label}
          blocked={
            'missing' in read
              ? words.incomplete(read.missing)
              : 'wrong' in read
                ? words.wrong
                : null
          }
          waiting={waiting}
          onClick={() => {
            if (!('choice' in read)) return;
            const done = () => {
              if (said !== undefined) type(NOTHING_TYPED, true);
            };
            void give(command(read.choice), { done });
          }}
        />
        <Button onClick={onDone}>{entered ? back : cancel}</Button>
      </div>
      {entered && <p role="status">{said}</p>}
      <Notice trouble={trouble} />
    </>
  );
}
