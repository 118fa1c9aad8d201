// The way to the large version and back.
import { largeText } from '../../shared/text/large.ts';
import { Button } from './Button.tsx';
import { setLarge, useLarge } from './large.ts';
import { useText } from './language.ts';
import styles from './LanguageSwitch.module.css';

export function LargeSwitch() {
  const text = useText(largeText);
  const large = useLarge();
  return (
    <button
      type="button"
      className={styles['switch']}
      onClick={() => {
        setLarge(!large);
      }}
    >
      {text[large ? 'off' : 'on']}
    </button>
  );
}

/** For the page on which somebody comes in: a key that says what it is for. */
export function LargeOffer() {
  const text = useText(largeText);
  const large = useLarge();
  return (
    <Button
      onClick={() => {
        setLarge(!large);
      }}
    >
      {large ? text.off : `${text.on} · ${text.offer}`}
    </Button>
  );
}
