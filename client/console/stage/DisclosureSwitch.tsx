// When the next round's numbers are shown: to be decided until the round opens.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { Disclosure, Item } from '../../../shared/meeting/agenda/item.ts';
import { kindOf } from '../../../shared/meeting/agenda/kinds.ts';
import type { AgendaRow } from '../../../shared/views/slices/agenda-row.ts';
import type { StageSlice } from '../../../shared/views/slices/stage-slices.ts';
import { factsOf } from '../../live/kinds.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { useBarred, useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { setupOf } from '../setup/kinds.ts';

export function DisclosureSwitch() {
  const text = useText(consoleText);
  const stage = useView((view) => view.control.stage);
  const agenda = useView((view) => view.agenda);
  const barred = useBarred('ChangeItem');
  const { give, busy, trouble } = useCommands();
  // What was chosen stands at once; the view that follows brings another item and so ends the wish.
  const [wish, setWish] = useState<{ item: Item; disclosure: Disclosure } | null>(null);
  const row = comingRound(agenda, stage);
  const item = row?.item;
  const disclosed = item && setupOf(item).disclosed;
  const planned = item && kindOf(item).scoring(item);
  if (!disclosed || !planned) return null;
  const shown = wish?.item === item ? wish.disclosure : planned.disclosure;
  return (
    <section>
      <Choice<Disclosure>
        label={text.stage.comingRound(row.subject?.name ?? '')}
        value={shown}
        compact
        options={text.disclosuresShort}
        note={text.agenda.disclosureMeans[shown]}
        barred={busy ? text.sending : barred}
        onChange={(disclosure) => {
          setWish({ item, disclosure });
          void give({ type: 'ChangeItem', item: disclosed(item, disclosure) }).then((done) => {
            if (!done) setWish(null);
          });
        }}
      />
      <Notice trouble={trouble} />
    </section>
  );
}

/** The present item while its round is not open yet, else the next of the agenda. */
function comingRound(agenda: readonly AgendaRow[], { body }: StageSlice): AgendaRow | undefined {
  const here = agenda.findIndex(({ state }) => state === 'now');
  const { subject, round } = factsOf(body);
  if (subject && round?.phase === 'ready') return agenda[here];
  return agenda
    .slice(here + 1)
    .find(({ item, state }) => setupOf(item).disclosed !== null && state === 'empty');
}
