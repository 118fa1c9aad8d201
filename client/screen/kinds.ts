// What the hall sees of each kind: kind → picture, and what makes another picture of it within one item.
import { createElement, type ComponentType } from 'react';
import type { ScreenView } from '../../shared/views/audiences.ts';
import type { Body, Kind } from '../live/kinds.ts';
import { Board } from './Board.tsx';
import { Card } from './Card.tsx';
import { CheckIn } from './CheckIn.tsx';
import { DrawBody } from './DrawBody.tsx';
import { Idle } from './Idle.tsx';
import { Presentation } from './Presentation.tsx';
import { ScoreBody } from './ScoreBody.tsx';
import { WrittenBody } from './WrittenBody.tsx';

export interface BodyProps<K extends Kind = Kind> {
  readonly body: Body<K>;
  readonly view: ScreenView;
}

const KINDS: { readonly [K in Kind]: ComponentType<BodyProps<K>> } = {
  idle: Idle,
  'check-in': CheckIn,
  draw: DrawBody,
  presentation: Presentation,
  score: ScoreBody,
  written: WrittenBody,
  board: Board,
  card: Card,
};

const KEYS: { readonly [K in Kind]?: (body: Body<K>) => string } = {
  score: ({ subject, attempt }) => `${subject.id}/${String(attempt)}`,
  board: ({ category }) => category?.id ?? '',
};

export function Picture({ view }: { readonly view: ScreenView }) {
  const { body, item } = view.stage;
  const keyOf = KEYS[body.kind] as ((body: Body) => string) | undefined;
  return createElement(KINDS[body.kind] as ComponentType<BodyProps>, {
    ...{ body, view },
    key: [item?.id, body.kind, keyOf?.(body)].join('/'),
  });
}
