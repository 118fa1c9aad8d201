// The settings of one item, by its kind.
import { createElement, Suspense } from 'react';
import { setupOf } from './kinds.ts';
import type { FormProps } from './kind-props.ts';

export function ItemForm(props: FormProps) {
  const { Form } = setupOf(props.item);
  return Form && <Suspense fallback={null}>{createElement(Form, props)}</Suspense>;
}
