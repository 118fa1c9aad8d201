// A draw whose sealed number may not be used again: the one key adds dice, of the kind that is at hand.
import { useState } from 'react';
import { withDice } from '../../../shared/meeting/draws/sources.ts';
import type { ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { StepBox } from './StepBox.tsx';

type Dice = Parameters<typeof withDice>[1];

/** @param item with the dice that are offered first */
export function AddDiceStep({ item }: { readonly item: ItemOf<'draw'> }) {
  const { dice, diceKinds } = useText(consoleText).draw;
  const [kind, setKind] = useState<Dice>(item.sources.includes('dice6') ? 'dice6' : 'dice10');
  return (
    <StepBox command={{ type: 'ChangeItem', item: withDice(item, kind) }}>
      <Choice
        label={dice}
        value={kind}
        options={{ dice10: diceKinds.dice10, dice6: diceKinds.dice6 }}
        onChange={setKind}
      />
    </StepBox>
  );
}
