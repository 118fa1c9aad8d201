// What the hall sees of each kind: kind → picture, and what makes another picture of it within one item.
import { createElement, type ComponentType } from 'react';
import type { ScreenView } from '../../shared/views/audiences/audiences.ts';
import type { Body, Kind } from '../live/kinds.ts';
import { Board } from './board/Board.tsx';
import { Card } from './Card.tsx';
import { CheckIn } from './CheckIn.tsx';
import { DrawBody } from './draw/DrawBody.tsx';
import { Idle } from './Idle.tsx';
import { Presentation } from './Presentation.tsx';
import { ScoreBody } from './score/ScoreBody.tsx';
import { WrittenBody } from './score/WrittenBody.tsx';
import type { BodyProps } from './kind-props.ts';

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
  // A list begins at its first page; what a board opens goes on through its pages.
  board: ({ category, page }) => `${category?.id ?? ''}/${page === 'list' ? page : ''}`,
};

export function Picture({ view }: { readonly view: ScreenView }) {
  const { body, item } = view.stage;
  const keyOf = KEYS[body.kind] as ((body: Body) => string) | undefined;
  return createElement(KINDS[body.kind] as ComponentType<BodyProps>, {
    ...{ body, view },
    key: [item?.id, body.kind, keyOf?.(body)].join('/'),
  });
}
