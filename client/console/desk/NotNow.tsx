// Instead of a form that has nothing to fill in now: why, and the way back.
import { deskText } from '../../../shared/text/desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { Remark } from '../parts/Notice.tsx';
import styles from './Desk.module.css';

export function NotNow({
  title,
  why,
  onDone,
}: {
  readonly title: string;
  readonly why: string;
  readonly onDone: () => void;
}) {
  const { back } = useText(deskText);
  return (
    <section aria-label={title} className={styles['form']}>
      <Remark>{why}</Remark>
      <div>
        <Button autoFocus onClick={onDone}>
          {back}
        </Button>
      </div>
    </section>
  );
}
