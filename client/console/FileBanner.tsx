// After a start: how far the stored ballots are verified; loud where the file is damaged and nothing is saved.
import { fileCheckText } from '../../shared/text/file-check.ts';
import { useText } from '../ui/language.ts';
import { useView } from './parts/console-context.ts';
import { Remark } from './parts/Notice.tsx';
import page from './MeetingConsole.module.css';
import styles from './tickets/PrintedBanner.module.css';

export function FileBanner() {
  const text = useText(fileCheckText);
  const file = useView((view) => view.file);
  switch (file.phase) {
    case 'sound':
      return null;
    case 'checking':
      return (
        <div className={page['role']}>
          <Remark>{text.checking(file.checked, file.of)}</Remark>
        </div>
      );
    case 'damaged':
      return (
        <section className={styles['banner']} role="alert">
          <h2>{text.damaged.title}</h2>
          <p>{text.damaged.says(file.place)}</p>
          <p>{text.damaged.remedy}</p>
        </section>
      );
  }
}
