// One comment: what it says, what became of it, and the two acts.
import { useState } from 'react';
import type { StaffCommand } from '../../../shared/meeting/commands.ts';
import { commentsText } from '../../../shared/text/comments.ts';
import type { ShownComment } from '../../../shared/views/audiences/comments.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import { Form } from '../parts/Form.tsx';
import { Notice } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import styles from './Comments.module.css';

export function CommentRow({
  comment: { id, words, read, reason },
  may,
  code,
  onRead,
}: {
  readonly comment: ShownComment;
  readonly may: boolean;
  readonly code: string;
  readonly onRead: () => void;
}) {
  const text = useText(commentsText);
  const { waiting, trouble, run } = useAction();
  const asking = useOpen();
  const [why, setWhy] = useState('');
  const give = (command: StaffCommand) => {
    // Judged on what stands when it comes.
    const expects = { item: null, touched: 0 };
    const send = () => call(`/m/${encodeURIComponent(code)}/api/command`, { command, expects });
    void run(send, () => {
      asking.close();
      onRead();
    });
  };
  return (
    <li className={styles['comment']} data-read={read ?? 'unread'}>
      <p className={styles['words']}>{words}</p>
      <div className={styles['acts']}>
        <span className={styles['state']}>
          {text.states[read ?? 'unread']}
          {reason !== '' && text.because(reason)}
        </span>
        {may && !asking.open && read !== 'released' && (
          <Button
            kind="ink"
            waiting={waiting}
            onClick={() => {
              give({ type: 'ReleaseComment', comment: id });
            }}
          >
            {text.release}
          </Button>
        )}
        {may && !asking.open && read !== 'withheld' && (
          <Button onClick={asking.opener(true)}>{text.withhold}…</Button>
        )}
      </div>
      {asking.open && (
        <Form
          className={styles['why']}
          aria-label={text.withhold}
          onSubmit={() => {
            give({ type: 'WithholdComment', comment: id, reason: why });
          }}
        >
          <Field
            label={text.reason}
            value={why}
            maxLength={400}
            autoComplete="off"
            autoFocus
            live
            onText={setWhy}
          />
          <div className="flex wrap gap-s">
            <Button type="submit" kind="ink" waiting={waiting}>
              {text.withhold}
            </Button>
            <Button onClick={asking.close}>{text.cancel}</Button>
          </div>
        </Form>
      )}
      <Notice trouble={trouble} />
    </li>
  );
}
