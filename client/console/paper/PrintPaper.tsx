// The way to the printed form. In a tab of its own: the desk stays as it stands.
import { paperText } from '../../../shared/text/paper.ts';
import { useText } from '../../ui/language.ts';
import { useConsole } from '../parts/console-context.ts';

export function PrintPaper() {
  const text = useText(paperText);
  const { code } = useConsole();
  return (
    <a href={`/m/${encodeURIComponent(code)}/console/paper`} target="_blank" rel="noreferrer">
      {text.open}
    </a>
  );
}
