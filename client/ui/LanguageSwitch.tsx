// The way to the other language, named in that language.
import { commonText } from '../../shared/text/common.ts';
import { setLanguage, useLanguage } from './language.ts';
import styles from './LanguageSwitch.module.css';

export function LanguageSwitch() {
  const other = useLanguage() === 'zh' ? 'en' : 'zh';
  return (
    <button
      type="button"
      lang={other}
      className={styles['switch']}
      onClick={() => {
        setLanguage(other);
      }}
    >
      {commonText[other].language}
    </button>
  );
}
