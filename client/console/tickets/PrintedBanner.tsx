// Loud: the tickets in people's hands lead to an address where this server no longer answers.
import { deskText } from '../../../shared/text/desk.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import styles from './PrintedBanner.module.css';

export function PrintedBanner() {
  const text = useText(deskText).printed;
  const { printed, publicUrl } = useView((view) => view.addresses);
  const code = useView((view) => view.control.stage.meeting.code);
  if (printed?.standing !== 'gone') return null;
  return (
    <section className={styles['banner']} role="alert">
      <h2>{text.title}</h2>
      <p>{text.says(printed.address, publicUrl)}</p>
      <p>{text.remedy(printed.address, `${publicUrl}/m/${code}/j`)}</p>
    </section>
  );
}
