// The stage: one 16:9 box that shows a screen view at any size, in the hall and as the console's thumbnail.
import { unreachable } from '../../shared/ids.ts';
import { screenText } from '../../shared/text/screen.ts';
import type { ScreenView } from '../../shared/views/audiences.ts';
import { Guard } from '../ui/Guard.tsx';
import type { Language } from '../ui/language.ts';
import { RehearsalBand } from '../rehearsal/RehearsalBand.tsx';
import { Board } from './Board.tsx';
import { Card } from './Card.tsx';
import { CheckIn } from './CheckIn.tsx';
import { DrawBody } from './DrawBody.tsx';
import { Frame } from './Frame.tsx';
import { Idle } from './Idle.tsx';
import { Presentation } from './Presentation.tsx';
import { Rail } from './Rail.tsx';
import { ScoreBody } from './ScoreBody.tsx';
import { tallyOf } from './score-props.ts';
import { StageContext } from './stage-context.ts';
import { WrittenBody } from './WrittenBody.tsx';
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
  const beside = stage.body.kind === 'written' ? null : (view.written[0] ?? null);
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
            <Body key={`${stage.item?.id ?? ''}/${stage.body.kind}`} view={view} />
          </Guard>
        </div>
      </StageContext>
    </div>
  );
}

function Body({ view }: { readonly view: ScreenView }) {
  const { stage, progress, tally, board } = view;
  const { body, meeting } = stage;
  switch (body.kind) {
    case 'idle':
      return <Idle title={meeting.title} started={stage.item !== null} />;
    case 'check-in':
      return <CheckIn code={meeting.code} progress={progress} />;
    case 'draw':
      return <DrawBody draw={body.draw} meeting={meeting} />;
    case 'presentation':
      return <Presentation {...body} />;
    case 'score':
      return (
        <ScoreBody
          key={`${body.subject.id}/${body.attempt}`}
          stage={body}
          progress={progress}
          tally={tallyOf(body, tally)}
        />
      );
    case 'board':
      return <Board key={body.category?.id} board={board} category={body.category} />;
    case 'card':
      return <Card {...body} />;
    case 'written':
      return <WrittenBody stage={body} progress={progress} board={board} />;
    default:
      return unreachable(body);
  }
}
