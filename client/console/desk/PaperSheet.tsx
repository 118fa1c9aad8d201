// The sheet as a clerk types it from paper, the criteria in the order of the phones, and the act that it is typed for.
import { useState } from 'react';
import type { Choice } from '../../../shared/ballots/ballot.ts';
import type { StaffCommandOf } from '../../../shared/meeting/commands.ts';
import { own } from '../../../shared/own.ts';
import type { Form } from '../../../shared/scoring/form.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
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
  readonly sheet: Form;
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
  const { give: send, waiting, trouble } = useCommands();
  const { abstain, scores } = of === about ? typed : NOTHING_TYPED;
  const read = choiceOf(sheet, { abstain, scores });
  const type = (next: Typed, isEntered = false) => {
    setTyped({ typed: next, of: about });
    setEntered(isEntered);
  };
  return (
    <>
      <div key={about} className="grid gap-s">
        {sheet.lines.map((line) => {
          const score = own(scores, line.id) ?? null;
          const give = (next: number | null) => {
            type({ abstain, scores: { ...scores, [line.id]: next } });
          };
          const label = [...line.path, line.name].join(words.under);
          return 'step' in line ? (
            <NumberField
              key={line.id}
              label={label}
              value={score}
              after={words.outOf(line.max)}
              most={Number(line.max)}
              decimals={line.step.includes('.')}
              disabled={abstain}
              onChange={give}
            />
          ) : (
            <Select
              key={line.id}
              label={label}
              value={score === null ? '' : String(score)}
              options={[
                { value: '', label: words.noGrade },
                ...line.scale.map(({ name, mark }) => ({
                  value: String(Number(mark)),
                  label: name,
                })),
              ]}
              onChange={(mark) => {
                give(mark === '' ? null : Number(mark));
              }}
            />
          );
        })}
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
            void send(command(read.choice), { done });
          }}
        />
        <Button onClick={onDone}>{entered ? back : cancel}</Button>
      </div>
      {entered && <p role="status">{said}</p>}
      <Notice trouble={trouble} />
    </>
  );
}
