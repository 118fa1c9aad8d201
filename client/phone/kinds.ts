// What the phone shows of each kind of item while nothing is asked of its person: kind → page, each fetched apart.
import { createElement, type ComponentType } from 'react';
import { later, soon } from '../live/later.ts';
import type { Kind } from '../live/kinds.ts';
import type { KindProps } from './kind-props.ts';

const words = () => import('./wait/Words.tsx');

const KINDS = {
  idle: soon(async () => (await words()).Idle),
  'check-in': soon(async () => (await words()).CheckIn),
  draw: later(async () => (await import('./draw/DrawNow.tsx')).DrawOnStage),
  presentation: soon(async () => (await import('./wait/Presentation.tsx')).Presentation),
  board: soon(async () => (await words()).Board),
  written: soon(async () => (await words()).Written),
  card: soon(async () => (await words()).Card),
  score: soon(async () => (await words()).Score),
} satisfies { readonly [K in Kind]: ComponentType<KindProps<K>> };

export function OnStage(props: KindProps) {
  return createElement(KINDS[props.body.kind] as ComponentType<KindProps>, props);
}
