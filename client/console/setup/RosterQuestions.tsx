// Columns that could mean the same: the person says which one to read, nothing is guessed.
import { useState } from 'react';
import type { Choices, Question } from '../../../shared/roster/problem.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { rosterText } from '../../../shared/text/roster.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Form } from '../parts/Form.tsx';
import styles from './Roster.module.css';

export function RosterQuestions({
  file,
  questions,
  busy,
  onAnswer,
  onDrop,
}: {
  readonly file: string;
  readonly questions: readonly Question[];
  readonly busy: boolean;
  readonly onAnswer: (choices: Choices) => void;
  readonly onDrop: () => void;
}) {
  const text = useText(consoleText);
  const words = text.roster;
  const [picked, setPicked] = useState<Choices>({});
  const open = questions.find(({ role }) => picked[role] === undefined);
  const { roles } = rosterText[useLanguage()];
  return (
    <Form
      className={styles['found']}
      aria-label={words.ask(file)}
      onSubmit={() => {
        onAnswer(picked);
      }}
    >
      <h4 role="alert">{words.ask(file)}</h4>
      {questions.map(({ role, columns }) => (
        <fieldset key={role} className={styles['question']}>
          <legend>{words.askRole(roles[role])}</legend>
          {columns.map(({ column, header, examples }) => (
            <label key={column} className={styles['candidate']}>
              <input
                type="radio"
                name={role}
                checked={picked[role] === column}
                onChange={() => {
                  setPicked({ ...picked, [role]: column });
                }}
              />
              <span>{words.columnAs(column, header)}</span>
              {examples.length > 0 && (
                <span className="quiet">{words.askExamples(examples.join(text.and))}</span>
              )}
            </label>
          ))}
        </fieldset>
      ))}
      <div className="flex gap-s">
        <Button
          kind="ink"
          type="submit"
          waiting={busy ? text.sending : null}
          blocked={open ? words.askRole(roles[open.role]) : null}
        >
          {words.answer}
        </Button>
        <Button onClick={onDrop}>{words.discard}</Button>
      </div>
    </Form>
  );
}
