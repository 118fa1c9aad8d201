// The moderator's one obvious next step: the act, what follows, whether it can be undone (LOOK.md §6).
import { useMay, useView } from '../parts/console-context.ts';
import { AbsentOffer } from './AbsentOffer.tsx';
import { AddDiceStep } from './AddDiceStep.tsx';
import { BeaconStep } from './BeaconStep.tsx';
import { BoardStep } from './BoardStep.tsx';
import { DiceStep } from './DiceStep.tsx';
import { DigitStep } from './DigitStep.tsx';
import { FinishedWays } from './FinishedWays.tsx';
import { SaltBox } from './SaltBox.tsx';
import { StepBox } from './StepBox.tsx';

export function NextStepBox() {
  const next = useView((view) => view.control.next);
  const salt = useView((view) => view.control.salt);
  const keeps = useMay('KeepSalt');
  const dice = useView((view) => view.control.dice);
  const beacon = useView((view) => view.control.beacon);
  if (beacon) return <BeaconStep key={beacon.draw} beacon={beacon} />;
  if (dice)
    return dice.stand === null ? (
      <DiceStep key={dice.draw} dice={dice} />
    ) : (
      <DigitStep key={`${dice.draw}/${String(dice.stand)}`} dice={dice} stand={dice.stand} />
    );
  if (next.act === 'add-dice') {
    const { item } = next.command;
    return <AddDiceStep key={item.id} item={item} />;
  }
  if (next.act === 'show-row') return <BoardStep next={next} />;
  if (salt && keeps) return <SaltBox key={salt.item} salt={salt} />;
  if (next.act === 'finished')
    return (
      <StepBox command={null}>
        <FinishedWays />
      </StepBox>
    );
  if (next.act === 'enter' && next.absent && next.absent.come > 0)
    return (
      <StepBox command={next.command}>
        <AbsentOffer come={next.absent.come} />
      </StepBox>
    );
  return <StepBox command={next.command} />;
}
