// What the console has beside the hall's picture and below it: kind → components.
import { createElement, type ComponentType } from 'react';
import type { StageBody } from '../../../shared/views/slices/stage-slices.ts';
import type { Kind } from '../../live/kinds.ts';
import { BoardSwitch } from './BoardSwitch.tsx';
import { DrawActs } from './DrawActs.tsx';
import { DrawQuestioner } from './DrawQuestioner.tsx';
import { RoundActs } from './RoundActs.tsx';
import type { OnStageProps } from './kind-props.ts';

type Part<K extends Kind> = ComponentType<OnStageProps<K>> | null;

/** `Side`: what turns its picture; `Acts`: what else can be done to it. */
const KINDS: { readonly [K in Kind]: { readonly Side: Part<K>; readonly Acts: Part<K> } } = {
  idle: { Side: null, Acts: null },
  'check-in': { Side: null, Acts: null },
  draw: { Side: null, Acts: DrawActs },
  presentation: { Side: null, Acts: DrawQuestioner },
  score: { Side: null, Acts: RoundActs },
  written: { Side: null, Acts: RoundActs },
  board: { Side: BoardSwitch, Acts: null },
  card: { Side: null, Acts: null },
};

export function OnStage({ part, body }: OnStageProps & { readonly part: 'Side' | 'Acts' }) {
  const Part = KINDS[body.kind][part] as ComponentType<{ readonly body: StageBody }> | null;
  return Part && createElement(Part, { body });
}
