// Seats for units, category by category, in a group of theirs: by them they rate each other.
import { useState } from 'react';
import { unitsText } from '../../../shared/text/console/units.ts';
import { grouped } from '../../../shared/grouped.ts';
import type { GroupId } from '../../../shared/ids.ts';
import { Field } from '../../ui/Field.tsx';
import { useText } from '../../ui/language.ts';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Locked } from '../parts/Locked.tsx';
import { Notice, Remark } from '../parts/Notice.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './Seats.module.css';

export function SeatUnits() {
  const words = useText(unitsText).seats;
  const { groups } = useView((view) => view.setup);
  const subjects = useView((view) => view.subjects);
  const { units } = useView((view) => view.desk);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [into, setInto] = useState<GroupId | 'new'>('new');
  const [typed, setTyped] = useState<string | null>(null);
  const { give, waiting, trouble } = useCommands();
  const seated = new Set(units.flatMap(({ unit, seat }) => (seat === null ? [] : [unit])));
  const free = subjects.filter(({ id, out }) => out === null && !seated.has(id));
  const categories = [...grouped(free, ({ category }) => category.id)];
  const chosen = free.filter(({ category }) => !left.has(category.id)).map(({ id }) => id);
  const name = (typed ?? words.usual).trim();
  const target = groups.some(({ id }) => id === into) ? into : 'new';
  return (
    <section aria-label={words.title} className="grid gap-s">
      <h3 className={styles['title']}>{words.title}</h3>
      <p className="quiet">{words.lead}</p>
      {free.length === 0 ? (
        <Remark>{words.allSeated}</Remark>
      ) : (
        <>
          <Locked act="SeatUnits">
            <fieldset className="grid gap-s">
              <legend className="bold">{words.which}</legend>
              {categories.map(([id, of]) => (
                <label key={id} className="row gap-s">
                  <input
                    type="checkbox"
                    checked={!left.has(id)}
                    onChange={() => {
                      const next = new Set(left);
                      if (!next.delete(id)) next.add(id);
                      setLeft(next);
                    }}
                  />
                  <span>{words.category(of[0]?.category.name ?? '', of.length)}</span>
                </label>
              ))}
            </fieldset>
            <Select<GroupId | 'new'>
              label={words.group}
              value={target}
              options={[
                { value: 'new', label: words.fresh },
                ...groups.map(({ id, name: label }) => ({ value: id, label })),
              ]}
              onChange={setInto}
            />
            {target === 'new' && (
              <Field
                label={words.name}
                value={typed ?? words.usual}
                maxLength={60}
                onText={setTyped}
              />
            )}
          </Locked>
          <div className={styles['go']}>
            <ActButton
              act="SeatUnits"
              kind="ink"
              label={words.seat(chosen.length)}
              blocked={
                chosen.length === 0
                  ? words.nobody
                  : target === 'new' && name === ''
                    ? words.nameMissing
                    : null
              }
              waiting={waiting}
              onClick={() =>
                void give(
                  target === 'new'
                    ? { type: 'SeatUnits', in: 'new', name, units: chosen }
                    : { type: 'SeatUnits', in: 'group', group: target, units: chosen },
                )
              }
            />
          </div>
        </>
      )}
      <Notice trouble={trouble} />
    </section>
  );
}
