// The example meeting, made at a press: to look around in before there are lists of one's own.
import { useLocation } from 'wouter';
import { consoleText } from '../../../shared/text/console.ts';
import { rehearsalText } from '../../../shared/text/rehearsal.ts';
import { call } from '../../live/http.ts';
import { Button } from '../../ui/Button.tsx';
import { useLanguage, useText } from '../../ui/language.ts';
import { Notice } from '../parts/Notice.tsx';
import { useAction } from '../parts/use-action.ts';
import styles from './Home.module.css';

export function OpenExample({ barred }: { readonly barred: string | null }) {
  const text = useText(consoleText);
  const words = useText(rehearsalText);
  const language = useLanguage();
  const [, goTo] = useLocation();
  const { busy, trouble, run } = useAction();
  return (
    <div className={styles['example']}>
      <p className="quiet">{text.home.exampleLead}</p>
      <Button
        blocked={barred}
        waiting={busy ? text.sending : null}
        onClick={() => {
          const title = words.mark + words.exampleTitle;
          const body = { title, zone: 'Asia/Shanghai', language, rehearsal: true, example: true };
          void run(() => call<{ code: string }>('/api/meetings', body)).then((answer) => {
            if (answer) goTo(`/m/${answer.code}/console`);
          });
        }}
      >
        {text.home.example}
      </Button>
      <Notice trouble={trouble} />
    </div>
  );
}
