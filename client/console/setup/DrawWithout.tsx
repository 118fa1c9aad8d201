// Who is left out of a draw since an earlier meeting has drawn them: what is recorded, and the way to more.
import { Suspense, lazy } from 'react';
import { drawsPeople } from '../../../shared/meeting/draws/purposes.ts';
import type { Earlier, ItemOf } from '../../../shared/meeting/agenda/item.ts';
import { earlierText } from '../../../shared/text/console/earlier.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useOpen } from '../../ui/use-open.ts';
import styles from './DrawWithout.module.css';

const EarlierPicker = lazy(async () => ({
  default: (await import('./EarlierPicker.tsx')).EarlierPicker,
}));

export function DrawWithout({
  item,
  onChange,
}: {
  readonly item: ItemOf<'draw'>;
  readonly onChange: (item: ItemOf<'draw'>) => void;
}) {
  const text = useText(earlierText);
  const { open, opener, close } = useOpen();
  const { without = [], ...rest } = item;
  const people = drawsPeople(item.purpose);
  const set = (next: readonly Earlier[]) => {
    onChange(next.length === 0 ? rest : { ...rest, without: next });
  };
  return (
    <div className={styles['without']}>
      <h4>{text.title}</h4>
      <p className="quiet">{text.lead}</p>
      {without.length > 0 && (
        <ul>
          {without.map((one, at) => (
            <li key={at} className="row wrap gap-m">
              <span>{text.of(one.from, people, one.ids.length)}</span>
              <Button
                onClick={() => {
                  set(without.filter((_, n) => n !== at));
                }}
              >
                {text.remove}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open ? (
        <Suspense fallback={null}>
          <EarlierPicker
            of={people ? 'people' : 'units'}
            onClose={close}
            onConfirm={(earlier) => {
              set([...without, earlier]);
              close();
            }}
          />
        </Suspense>
      ) : (
        <Button onClick={opener(true)}>{text.add}</Button>
      )}
    </div>
  );
}
