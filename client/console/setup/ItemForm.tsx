// The settings of one item, by its kind.
import { createElement, Suspense } from 'react';
import { setupOf, type FormProps } from './kinds.ts';

export function ItemForm(props: FormProps) {
  const { Form } = setupOf(props.item);
  return Form && <Suspense fallback={null}>{createElement(Form, props)}</Suspense>;
}
