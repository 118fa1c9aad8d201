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

export function OpenExample() {
  const text = useText(consoleText);
  const words = useText(rehearsalText);
  const language = useLanguage();
  const [, goTo] = useLocation();
  const { waiting, trouble, run } = useAction();
  return (
    <div className={styles['example']}>
      <p className="quiet">{text.home.exampleLead}</p>
      <Button
        waiting={waiting}
        onClick={() => {
          const title = words.mark + words.exampleTitle;
          const body = { title, zone: 'Asia/Shanghai', language, rehearsal: true, example: true };
          void run(
            () => call<{ code: string }>('/api/meetings', body),
            ({ code }) => {
              goTo(`/m/${code}/console`);
            },
          );
        }}
      >
        {text.home.example}
      </Button>
      <Notice trouble={trouble} />
    </div>
  );
}
