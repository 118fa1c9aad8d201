// The settings of one item: the fields of its kind.
import { createElement, Suspense } from 'react';
import type { Item } from '../../../shared/meeting/agenda/item.ts';
import { setupOf } from './kinds.ts';
import styles from './Agenda.module.css';

export function ItemForm(props: { readonly item: Item; readonly onChange: (item: Item) => void }) {
  return (
    <Suspense fallback={null}>
      <div className={styles['settings']}>
        {setupOf(props.item).fields.map((field, n) => createElement(field, { key: n, ...props }))}
      </div>
    </Suspense>
  );
}
