// What else can be done at this item: back, and with a reason void, reopen or repeat.
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { DrawId, RoundId } from '../../../shared/ids.ts';
import type { DrawView } from '../../../shared/views/draw-slices.ts';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { BellButton } from './BellButton.tsx';
import { DrawQuestioner } from './DrawQuestioner.tsx';
import { NextInLine } from './NextInLine.tsx';
import { useKey } from '../parts/use-key.ts';
import styles from './ItemActs.module.css';

export function ItemActs() {
  const text = useText(consoleText);
  const words = text.stage;
  const { stage, previous } = useView((view) => view.control);
  const { body } = stage;
  const isRound = body.kind === 'score' || body.kind === 'written';
  const barred = useBarred('EnterItem');
  const { give, busy, trouble } = useCommands();
  const back = () => {
    if (previous !== null && barred === null) void give({ type: 'EnterItem', item: previous });
  };
  useKey('back', back);
  return (
    <div className={styles['acts']}>
      <div className={styles['back']}>
        <ActButton
          act="EnterItem"
          label={words.previous}
          blocked={previous === null ? words.noPrevious : null}
          waiting={busy ? text.sending : null}
          onClick={back}
        />
        <kbd>PageUp</kbd>
      </div>
      <BellButton />
      {(body.kind === 'presentation' ||
        (body.kind === 'draw' &&
          PURPOSES[body.draw.purpose].asks &&
          body.draw.phase === 'done')) && <DrawQuestioner again={body.kind === 'draw'} />}
      {body.kind === 'draw' && body.draw.id !== null && (
        <NextInLine key={body.draw.id} draw={body.draw.id} standing={body.draw.standing} />
      )}
      {body.kind === 'draw' &&
        body.draw.id !== null &&
        (body.draw.phase === 'locked' || body.draw.phase === 'showing') && (
          <VoidDraw id={body.draw.id} sources={body.draw.sources} />
        )}
      {isRound && body.round !== null && body.phase === 'closed' && <Reopen round={body.round} />}
      {isRound && body.round !== null && body.phase === 'revealed' && <Repeat round={body.round} />}
      <Notice trouble={trouble} />
    </div>
  );
}

function VoidDraw({ id, sources }: { readonly id: DrawId; readonly sources: DrawView['sources'] }) {
  const words = useText(consoleText).stage;
  const types = sources.map(({ type }) => type);
  const salted = types.includes('salt') || types.includes('kept');
  const thrown = types.includes('dice10') || types.includes('dice6');
  return (
    <ReasonAct
      act="VoidDraw"
      key={id}
      label={words.voidDraw}
      what={words.voidMeans[salted ? (thrown ? 'unsalted' : 'dice') : 'same']}
      command={(why) => ({ type: 'VoidDraw', draw: id, why })}
    />
  );
}

function Reopen({ round }: { readonly round: RoundId }) {
  const words = useText(consoleText).stage;
  return (
    <ReasonAct
      act="ReopenRound"
      key={`reopen/${round}`}
      label={words.reopen}
      what={words.reopenMeans}
      command={(reason) => ({ type: 'ReopenRound', round, reason })}
    />
  );
}

function Repeat({ round }: { readonly round: RoundId }) {
  const words = useText(consoleText).stage;
  return (
    <ReasonAct
      act="RepeatRound"
      key={`repeat/${round}`}
      label={words.repeat}
      what={words.repeatMeans}
      command={(reason) => ({ type: 'RepeatRound', round, reason })}
    />
  );
}
