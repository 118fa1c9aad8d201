// One 16:9 box that shows a screen view at any size, in the hall and as the console's thumbnail.
import { screenText } from '../../shared/text/screen.ts';
import type { ScreenView } from '../../shared/views/audiences/audiences.ts';
import { factsOf } from '../live/kinds.ts';
import { Guard } from '../ui/Guard.tsx';
import type { Language } from '../ui/language.ts';
import { RehearsalBand } from '../rehearsal/RehearsalBand.tsx';
import { Scene } from './Scene.tsx';
import { Picture } from './kinds.ts';
import { Rail } from './Rail.tsx';
import { ScreenContext } from './screen-context.ts';
import styles from './ScreenBox.module.css';

export interface ScreenBoxProps {
  readonly view: ScreenView;
  /** Server clock minus this device's, in ms. */
  readonly clockOffset: number;
  readonly lang: Language;
  /** A sentence in the foot while the connection is gone; the picture stays. */
  readonly trouble?: string | null | undefined;
}

/** As wide as its container; its height follows. */
export function ScreenBox({ view, clockOffset, lang, trouble = null }: ScreenBoxProps) {
  const { stage } = view;
  const beside = factsOf(stage.body).batch === undefined ? (view.written[0] ?? null) : null;
  return (
    <div
      className={`stage ${styles['root'] ?? ''}`}
      lang={lang === 'zh' ? 'zh-CN' : 'en'}
      data-body={stage.body.kind}
    >
      <ScreenContext value={{ text: screenText[lang], lang, clockOffset, trouble, beside }}>
        <div className={styles['frame']}>
          <Guard part="rail" look="none" reset={view}>
            <Rail stage={stage} />
          </Guard>
          {stage.meeting.rehearsal && <RehearsalBand look="stage" lang={lang} />}
          <Guard
            part="stage-body"
            look="stage"
            reset={view}
            around={(broken) => <Scene>{broken}</Scene>}
          >
            <Picture view={view} />
          </Guard>
        </div>
      </ScreenContext>
    </div>
  );
}
