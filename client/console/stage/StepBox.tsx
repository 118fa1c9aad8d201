// The box of the next step, with a form in it where one must be filled first.
import type { ReactNode } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { useLanguage, useText } from '../../ui/language.ts';
import { Slot } from '../../ui/Slot.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { useView } from '../parts/console-context.ts';
import { Notice, Remark } from '../parts/Notice.tsx';
import { useStepWords } from './step-words.ts';
import { rightOf, useNextStep } from './use-next-step.ts';
import styles from './StepBox.module.css';

export function StepBox({
  command,
  blocked = null,
  children,
}: {
  readonly command: StaffCommand | null;
  /** What is missing before it can be pressed. */
  readonly blocked?: string | null;
  readonly children?: ReactNode;
}) {
  const text = useText(consoleText);
  const words = text.next;
  const language = useLanguage();
  const { act, irreversible, expects } = useView((view) => view.control.next);
  const { title, button, after, short } = useStepWords();
  const { busy, armed, settling, trouble, press } = useNextStep(command);
  // A supervisor acts first: no key leads on.
  const waits = act === 'keep-salt' || act === 'open-salt';
  const isAtWork = act === 'wait-lots';
  const again = text.pressAgain(button);
  return (
    <section
      aria-label={words.label}
      className={styles['box']}
      data-act={act}
      data-armed={armed}
      data-touched={expects.touched}
    >
      <div className={styles['what']}>
        <p className="quiet bold small">{words.label}</p>
        <h2 className={styles['title']}>{title}</h2>
        <p>
          {after}
          {language === 'zh' ? '' : ' '}
          <b>{irreversible ? words.cannotUndo : words.undo[act]}</b>
        </p>
        {short !== null && <Remark>{short}</Remark>}
      </div>
      {act !== 'finished' && (
        <div className={styles['act']}>
          <ActButton
            act={rightOf(command)}
            kind="seal"
            large
            wide
            label={armed ? again : button}
            blocked={waits ? text.draw.supervisorFirst : settling ? again : blocked}
            waiting={isAtWork ? title : busy ? text.sending : null}
            onClick={press}
          />
          {!waits && command !== null && (
            <p className={styles['key']} role="status" data-armed={armed}>
              {armed ? (
                <>
                  <Slot state="now" /> {words.within}
                </>
              ) : (
                <>
                  {words.keyBefore} <kbd>PageDown</kbd>{' '}
                  {irreversible ? words.keyTwice : words.keyOnce}
                </>
              )}
            </p>
          )}
        </div>
      )}
      {children !== undefined && <div className={styles['form']}>{children}</div>}
      <div className={styles['notice']}>
        <Notice trouble={trouble} />
      </div>
    </section>
  );
}
