// What viewers are shown of each kind: kind → the dark block of what is on now.
import { createElement, type ComponentType } from 'react';
import { watchText } from '../../shared/text/watch.ts';
import type { Kind } from '../live/kinds.ts';
import { useText } from '../ui/language.ts';
import { NowDraw } from './NowDraw.tsx';
import { NowPresentation } from './NowPresentation.tsx';
import { NowScore } from './NowScore.tsx';
import { NowBoard, NowCheckIn, NowIdle, NowTitled } from './NowWords.tsx';
import { NowWritten } from './NowWritten.tsx';
import type { NowProps } from './kind-props.ts';

const KINDS: { readonly [K in Kind]: ComponentType<NowProps<K>> } = {
  idle: NowIdle,
  'check-in': NowCheckIn,
  draw: NowDraw,
  presentation: NowPresentation,
  score: NowScore,
  written: NowWritten,
  board: NowBoard,
  card: NowTitled,
};

export function OnStage(props: Omit<NowProps, 'body' | 'label'>) {
  const { body } = props.view.stage;
  const label = useText(watchText).now[body.kind];
  return createElement(KINDS[body.kind] as ComponentType<NowProps>, { ...props, body, label });
}
