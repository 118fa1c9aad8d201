// One group's people as small chips: outlined here, hatched away, struck recused.
import { consoleText } from '../../../shared/text/console.ts';
import type { ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { partsOf } from '../../ui/Name.tsx';
import type { PersonRow } from '../../../shared/views/slices/desk-slices.ts';
import type { RollGroup } from './roll.ts';
import styles from './People.module.css';

export function RollGroupList({
  group,
  chosen,
  onChoose,
}: {
  readonly group: RollGroup;
  readonly chosen: ReviewerId | null;
  readonly onChoose: (reviewer: ReviewerId | null) => void;
}) {
  const text = useText(consoleText).people;
  const { name, count, of, people } = group;
  const labelOf = ({ person, standing, share }: RollGroup['people'][number]) =>
    [
      person.name,
      text.standings[standing],
      ...(share ? [text.share(share.done, share.of)] : []),
    ].join(', ');
  return (
    <section className={styles['group']} aria-label={name}>
      <h3>
        {name}
        <span>
          {count} / {of}
        </span>
      </h3>
      <ul className={styles['chips']}>
        {people.map((one) => (
          <li key={one.person.seat}>
            <button
              type="button"
              className={styles['chip']}
              data-standing={one.standing}
              aria-pressed={one.person.reviewer !== null && one.person.reviewer === chosen}
              aria-label={labelOf(one)}
              title={labelOf(one)}
              onClick={() => {
                onChoose(one.person.reviewer);
              }}
            >
              <Chip person={one.person} group={name} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The name over what tells it from others: a chip has no room for both in one line. */
function Chip({ person, group }: { readonly person: PersonRow; readonly group: string }) {
  const { own, mark } = partsOf(person, group);
  return (
    <>
      <span>{shortName(own, group)}</span>
      {mark !== '' && <span className={styles['mark']}>{person.apart?.mark}</span>}
    </>
  );
}

/** The heading says the group already: of 群众代表017 only 017 is left. */
function shortName(name: string, group: string): string {
  const rest = name.startsWith(group) ? name.slice(group.length).trim() : '';
  return rest === '' ? name : rest;
}
