// Once all names are out: where anyone checks the draw, below a list that leaves the room.
import { useScreen } from '../screen-context.ts';
import styles from './CheckCode.module.css';

export function CheckCode({ code, draw }: { readonly code: string; readonly draw: string }) {
  const { text } = useScreen();
  const at = `/m/${encodeURIComponent(code)}/api/draws/${encodeURIComponent(draw)}`;
  return (
    <div className={styles['check']}>
      <p>{text.checkDraw}</p>
      <img src={`${at}/check.svg`} alt={text.checkCode} />
    </div>
  );
}
