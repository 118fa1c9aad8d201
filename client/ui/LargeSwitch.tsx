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

/** For the page on which somebody comes in: a key that says what it is for. The way back is {@link LargeSwitch}. */
export function LargeOffer() {
  const text = useText(largeText);
  return useLarge() ? null : (
    <Button
      onClick={() => {
        setLarge(true);
      }}
    >
      {text.offer}
    </Button>
  );
}
