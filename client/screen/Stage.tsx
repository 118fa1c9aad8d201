// The stage: one 16:9 box that shows a screen view at any size, in the hall and as the console's thumbnail.
import { screenText } from '../../shared/text/screen.ts';
import type { ScreenView } from '../../shared/views/audiences/audiences.ts';
import { factsOf } from '../live/kinds.ts';
import { Guard } from '../ui/Guard.tsx';
import type { Language } from '../ui/language.ts';
import { RehearsalBand } from '../rehearsal/RehearsalBand.tsx';
import { Frame } from './Frame.tsx';
import { Picture } from './kinds.ts';
import { Rail } from './Rail.tsx';
import { StageContext } from './stage-context.ts';
import styles from './Stage.module.css';

export interface StageProps {
  readonly view: ScreenView;
  /** Server clock minus this device's, in ms. */
  readonly clockOffset: number;
  readonly lang: Language;
  /** A sentence in the foot while the connection is gone; the picture stays. */
  readonly trouble?: string | null | undefined;
}

/** As wide as its container; its height follows. */
export function Stage({ view, clockOffset, lang, trouble = null }: StageProps) {
  const { stage } = view;
  const beside = factsOf(stage.body).batch === undefined ? (view.written[0] ?? null) : null;
  return (
    <div
      className={`stage ${styles['root'] ?? ''}`}
      lang={lang === 'zh' ? 'zh-CN' : 'en'}
      data-body={stage.body.kind}
    >
      <StageContext value={{ text: screenText[lang], lang, clockOffset, trouble, beside }}>
        <div className={styles['frame']}>
          <Guard part="rail" look="none" reset={view}>
            <Rail stage={stage} />
          </Guard>
          {stage.meeting.rehearsal && <RehearsalBand look="stage" lang={lang} />}
          <Guard
            part="stage-body"
            look="stage"
            reset={view}
            around={(broken) => <Frame>{broken}</Frame>}
          >
            <Picture view={view} />
          </Guard>
        </div>
      </StageContext>
    </div>
  );
}
