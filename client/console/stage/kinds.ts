// What the console has beside the hall's picture and below it, and whom it counts: kind → components.
import { createElement, type ComponentType } from 'react';
import type { StageBody } from '../../../shared/views/slices/stage-slices.ts';
import { factsOf, type Kind } from '../../live/kinds.ts';
import { Asker } from './Asker.tsx';
import { BoardSwitch } from './BoardSwitch.tsx';
import { DrawActs } from './DrawActs.tsx';
import { DrawQuestioner } from './DrawQuestioner.tsx';
import { DrawTies } from './DrawTies.tsx';
import { RoundActs } from './RoundActs.tsx';
import type { OnStageProps } from './kind-props.ts';

type Part<K extends Kind> = ComponentType<OnStageProps<K>>;

/** Seats still empty, ballots still owed, seats not finished with the batch, or people present. */
export type Counted = 'seats' | 'ballots' | 'batch' | 'present';

interface KindOnStage<K extends Kind> {
  /** What turns its picture. */
  readonly Side?: Part<K>;
  /** What else can be done to it. */
  readonly Acts?: Part<K>;
  /** Whom the roll counts meanwhile, where it is not those present. */
  readonly counts?: Counted;
}

const KINDS: { readonly [K in Kind]?: KindOnStage<K> } = {
  'check-in': { counts: 'seats' },
  draw: { Side: Asker, Acts: DrawActs },
  presentation: { Acts: DrawQuestioner },
  score: { Acts: RoundActs, counts: 'ballots' },
  written: { Acts: RoundActs, counts: 'batch' },
  board: { Side: BoardSwitch, Acts: DrawTies },
};

export function OnStage({ part, body }: OnStageProps & { readonly part: 'Side' | 'Acts' }) {
  const Part = KINDS[body.kind]?.[part] as ComponentType<{ readonly body: StageBody }> | undefined;
  return Part && createElement(Part, { body });
}

/** Nothing is owed before a round opens. */
export function countedOf(body: StageBody): Counted {
  return (factsOf(body).round?.phase !== 'ready' && KINDS[body.kind]?.counts) || 'present';
}
