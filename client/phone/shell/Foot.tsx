// Whose seat this is, the way out for whoever it is not, and the other language.
import { greetingText } from '../../../shared/text/greeting.ts';
import type { MeSlice } from '../../../shared/views/slices/panel-slices.ts';
import { useText } from '../../ui/language.ts';
import { LanguageSwitch } from '../../ui/LanguageSwitch.tsx';
import styles from './Foot.module.css';

export function Foot({ me, onNotMe }: { readonly me: MeSlice; readonly onNotMe: () => void }) {
  const text = useText(greetingText);
  return (
    <footer className={styles['foot']}>
      <span className="fill">
        {me.name} <span>{me.group}</span>
      </span>
      <button type="button" className="link" onClick={onNotMe}>
        {text.notMe}
      </button>
      <LanguageSwitch />
    </footer>
  );
}
