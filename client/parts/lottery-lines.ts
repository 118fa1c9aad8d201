// What is known of a lottery under quotas, a sentence each: everyone's chance, the best possible, whom no panel can hold.
import type { LotteryText } from '../../shared/text/lottery.ts';
import type { ShownLottery } from '../../shared/views/slices/draw-slices.ts';
import { percentOf } from './chance.ts';

/** Everyone's chance in percent; what stands in its way before it is found. */
export function lotteryLine({ made, state }: ShownLottery, text: LotteryText): string {
  if (!made)
    return state === 'wanted' ? text.making : state === 'failed' ? text.failed : text.notMade;
  return text.chance(percentOf(made.least), percentOf(made.most));
}

export function lotteryLines(lottery: ShownLottery, text: LotteryText): readonly string[] {
  const { made } = lottery;
  if (!made) return [lotteryLine(lottery, text)];
  const millionths = Math.floor(Number(made.best) * 1e6);
  return [
    lotteryLine(lottery, text),
    text.best(percentOf(`${millionths}/1000000`)),
    text.panels(made.panels),
    ...(made.leftOut > 0 ? [text.leftOut(made.leftOut)] : []),
  ];
}
