// A draw on stage: how many words are in, then the name that came last; under whoever asks, the clock of the question.
import { beaconText } from '../../shared/text/beacon.ts';
import { drawPoolText } from '../../shared/text/draw-pool.ts';
import { diceText } from '../../shared/text/dice.ts';
import { lotsText, type LotsText } from '../../shared/text/lots.ts';
import { watchText } from '../../shared/text/watch.ts';
import { MinuteSlots } from '../parts/MinuteSlots.tsx';
import { cameLast, insteadOf } from '../parts/stand-ins.ts';
import { clockText, isTimed, useSpeakingTime } from '../ui/countdown.ts';
import { useText } from '../ui/language.ts';
import type { ShownLots } from '../../shared/views/slices/draw-slices.ts';
import type { NowProps } from './kind-props.ts';
import { NowDice } from './NowDice.tsx';
import { NowLayout } from './NowLayout.tsx';

export function NowDraw({ body, label, clockOffset }: NowProps<'draw'>) {
  const { draw } = body;
  const text = useText(watchText);
  const diceWords = useText(diceText);
  const lotsWords = useText(lotsText);
  const beaconWords = useText(beaconText);
  const { purpose, of, take, shown, phase, why, words, asked, dice, pace, beacon, thrower } = draw;
  const poolWords = useText(drawPoolText);
  // Where names come by groups none of them is the latest.
  const latest = pace === 'group' ? undefined : (cameLast(draw) ?? shown.at(-1));
  const came = insteadOf(draw, latest);
  const asks = asked && text.draw.asks(asked.name);
  const reading = dice && !(words && phase === 'locked' && !words.closed);
  const sending = words && phase === 'locked' && !words.closed;
  const lots = draw.lots?.numbered && shown.length === 0 && phase !== 'void' ? draw.lots : null;
  const { left, total, state } = useSpeakingTime(body, clockOffset);
  const timed = phase === 'done' && isTimed(body);
  return (
    <NowLayout
      label={label}
      aside={timed && state ? text[state] : null}
      name={latest?.name ?? text.draw.title(purpose, of, take)}
      subject={latest?.subject}
      figure={
        timed
          ? clockText(left)
          : lots
            ? lots.left
            : sending
              ? (words.sent ?? 0)
              : shown.length || undefined
      }
      of={timed ? undefined : lots ? lots.of : sending ? words.of : take}
      bar={timed && <MinuteSlots leftMs={left} totalSeconds={total} />}
      note={
        phase === 'void'
          ? text.voidBecause(why)
          : sending
            ? text.draw.sending
            : lots
              ? lotsNote(lots, lotsWords)
              : latest
                ? [latest.group, came && text.draw.insteadOf(came)].filter(Boolean).join(text.comma)
                : beacon?.awaited
                  ? beaconWords.title
                  : reading
                    ? phase === 'locked'
                      ? diceWords.throw(dice.slots.length, dice.six)
                      : diceWords.agreed
                    : asks
      }
      more={latest ? asks : reading && thrower ? poolWords.throws(thrower.name) : null}
    >
      {reading && <NowDice dice={dice} />}
    </NowLayout>
  );
}

/** What of the number stands, and the digit that is thrown next. */
function lotsNote({ digits }: ShownLots, text: LotsText): string {
  const thrown = digits.flatMap(({ state, digit }) => (state === 'agreed' ? [digit ?? ''] : []));
  if (thrown.length === digits.length) return `${thrown.join('')} ${text.drawn}`;
  const next = text.throwNext(thrown.length + 1, digits.length);
  return thrown.length === 0
    ? next
    : `${thrown.join('')}${'_'.repeat(digits.length - thrown.length)}${text.comma}${next}`;
}
