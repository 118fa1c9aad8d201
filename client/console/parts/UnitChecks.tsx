// The meeting's units to tick, with a search over their names.
import { useState } from 'react';
import type { SubjectId } from '../../../shared/ids.ts';
import type { ShownSubject } from '../../../shared/views/slices/shown.ts';
import { CategoryMark } from '../../ui/CategoryMark.tsx';
import { Field } from '../../ui/Field.tsx';
import { useView } from './console-context.ts';

export function UnitChecks({
  label,
  hint,
  className,
  picked,
  last,
  isBarred,
  remark,
  onPick,
}: {
  /** Of the search. */
  readonly label: string;
  readonly hint: string;
  /** Of the list. */
  readonly className?: string | undefined;
  readonly picked: readonly SubjectId[];
  /** Why the last one stays ticked; absent: it need not. */
  readonly last?: string;
  /** May be unticked and not ticked. */
  readonly isBarred: (unit: ShownSubject) => boolean;
  readonly remark: (unit: ShownSubject) => string;
  /** In the order of the roster. */
  readonly onPick: (picked: readonly SubjectId[]) => void;
}) {
  const units = useView((view) => view.subjects);
  const [search, setSearch] = useState('');
  const query = search.normalize('NFKC').trim().toLowerCase();
  const ticked = new Set(picked);
  const row = (unit: ShownSubject) => {
    const { id, name, category } = unit;
    const isTicked = ticked.has(id);
    const isLast = isTicked && ticked.size === 1 && last !== undefined;
    return (
      <li key={id}>
        <label>
          <input
            type="checkbox"
            checked={isTicked}
            disabled={isLast || (!isTicked && isBarred(unit))}
            title={isLast ? last : undefined}
            onChange={() => {
              const isIn = (one: SubjectId) => ticked.has(one) !== (one === id);
              onPick(units.flatMap((one) => (isIn(one.id) ? [one.id] : [])));
            }}
          />
          <CategoryMark {...category} label={category.name} />
          <span>{name}</span>
          <small className="quiet small">{remark(unit)}</small>
        </label>
      </li>
    );
  };
  return (
    <>
      <Field label={label} type="search" value={search} hint={hint} onText={setSearch} />
      <ul className={className}>
        {units.filter(({ name }) => name.normalize('NFKC').toLowerCase().includes(query)).map(row)}
      </ul>
    </>
  );
}
