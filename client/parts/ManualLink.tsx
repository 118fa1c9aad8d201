// The way to the manual, in the page's language: in a tab of its own, so that nobody loses the place where they work.
import { homeText } from '../../shared/text/home.ts';
import { useLanguage, useText } from '../ui/language.ts';

export function ManualLink() {
  const text = useText(homeText);
  return (
    <a className="tap" href={`/manual/${useLanguage()}.html`} target="_blank" rel="noreferrer">
      {text.manual}
    </a>
  );
}
