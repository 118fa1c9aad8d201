// What else can be done to the draw on stage: ask again, the next of its reserve, void it.
import { useState } from 'react';
import { PURPOSES } from '../../../shared/meeting/draws/purposes.ts';
import { consoleText } from '../../../shared/text/console.ts';
import type { Pace } from '../../../shared/meeting/agenda/item.ts';
import type { DrawId, ReviewerId } from '../../../shared/ids.ts';
import type { DrawnName, DrawView } from '../../../shared/views/slices/draw-slices.ts';
import { useText } from '../../ui/language.ts';
import { useBarred, useCommands } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { ReasonAct } from '../parts/ReasonAct.tsx';
import { Select } from '../parts/Select.tsx';
import { DrawThrower } from './DrawThrower.tsx';
import { DrawQuestioner } from './DrawQuestioner.tsx';
import type { OnStageProps } from './kind-props.ts';
import styles from './ItemActs.module.css';

export function DrawActs({ body: { draw } }: OnStageProps<'draw'>) {
  const { id, purpose, phase, sources, standing, take, pace } = draw;
  return (
    <>
      {PURPOSES[purpose].asks && phase === 'done' && <DrawQuestioner />}
      {(phase === 'ready' || phase === 'void') && <DrawThrower draw={draw} />}
      {id !== null && <NextInLine key={id} draw={id} standing={standing} />}
      {(phase === 'locked' || phase === 'showing') && (
        <>
          {take > 1 && <PaceOnStage draw={id} pace={pace} />}
          <VoidDraw id={id} sources={sources} />
        </>
      )}
    </>
  );
}

/** One who was drawn and cannot: the next of the same reserve comes. Nothing where nobody stands for the draw: one name is asked about by name, of several one is chosen. */
function NextInLine({
  draw,
  standing,
}: {
  readonly draw: DrawId;
  readonly standing: readonly DrawnName[];
}) {
  const words = useText(consoleText).draw;
  const [chosen, setChosen] = useState<string | null>(null);
  const out = standing.find(({ id }) => id === chosen) ?? standing[0];
  if (!out) return null;
  return (
    <ReasonAct
      act="ReplaceDrawn"
      aboutPerson
      label={standing.length === 1 ? words.nextFor(out.name) : words.nextForOne}
      what={words.nextMeans(out.name)}
      command={(reason) => ({ type: 'ReplaceDrawn', draw, out: out.id as ReviewerId, reason })}
    >
      {standing.length > 1 && (
        <Select
          label={words.whoCannot}
          autoFocus
          value={out.id}
          options={standing.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={setChosen}
        />
      )}
    </ReasonAct>
  );
}

/** Seconds between names that are offered on stage; any other is set with the item. */
const PACES = [2, 4, 8];

/** The hall's mood may ask for another pace than the agenda has. */
function PaceOnStage({ draw, pace }: { readonly draw: DrawId; readonly pace: Pace }) {
  const words = useText(consoleText).pace;
  const barred = useBarred('SetPace');
  const { give, trouble } = useCommands();
  const now = typeof pace === 'string' ? pace : String(pace.every);
  const seconds = typeof pace === 'string' ? PACES : [...new Set([...PACES, pace.every])];
  return (
    <div className={styles['pace']}>
      <Select
        label={words.label}
        value={now}
        disabled={barred !== null}
        options={[
          ...(['name', 'group'] as const).map((value) => ({ value, label: words.kinds[value] })),
          ...seconds.map((every) => ({ value: String(every), label: words.everyFew(every) })),
        ]}
        onChange={(chosen) => {
          const next = chosen === 'name' || chosen === 'group' ? chosen : { every: Number(chosen) };
          void give({ type: 'SetPace', draw, pace: next });
        }}
      />
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
