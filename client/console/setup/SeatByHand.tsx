// Seats by hand: so many of each group in roster order, or persons one by one, or a pasted list.
import { useState } from 'react';
import { consoleText } from '../../../shared/text/console.ts';
import type { GroupId, ReviewerId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Locked } from '../parts/Locked.tsx';
import { ActButton } from '../parts/ActButton.tsx';
import { useCommands, useView } from '../parts/console-context.ts';
import { Notice } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { chosenPeople, reviewersOf } from './choose-people.ts';
import { PickPeople } from './PickPeople.tsx';
import styles from './Seats.module.css';

const NO_COUNTS: ReadonlyMap<GroupId, number | null> = new Map();

export function SeatByHand() {
  const text = useText(consoleText);
  const words = text.seats;
  const { groups, seats } = useView((view) => view.setup);
  const people = reviewersOf(useView((view) => view.people));
  const [counts, setCounts] = useState<ReadonlyMap<GroupId, number | null>>(NO_COUNTS);
  const [picked, setPicked] = useState<readonly ReviewerId[]>([]);
  const { give, waiting, trouble } = useCommands();
  const inPool = groups.filter(({ pool }) => pool > 0);
  const heldIn = (id: GroupId) =>
    people.filter(({ group, seat: held }) => group === id && held !== null).length;
  const chosen = chosenPeople(people, picked, counts);
  const seat = async () => {
    const reviewers = chosen.map(({ reviewer }) => reviewer);
    if (!(await give({ type: 'FillSeats', reviewers }))) return;
    setCounts(NO_COUNTS);
    setPicked([]);
  };
  return (
    <section aria-label={words.byHand} className="grid gap-s">
      <h3 className={styles['title']}>{words.byHand}</h3>
      <p className="quiet">{words.byHandLead}</p>
      <Locked act="FillSeats">
        <div className={styles['counts']}>
          {inPool.map(({ id, name, pool }) => (
            <NumberField
              key={id}
              label={name}
              value={counts.get(id) ?? null}
              after={words.free(pool - heldIn(id))}
              onChange={(count) => {
                setCounts(new Map(counts).set(id, count));
              }}
            />
          ))}
        </div>
        <PickPeople key={seats} people={people} picked={picked} onPick={setPicked} />
      </Locked>
      <div className={styles['go']}>
        <ActButton
          act="FillSeats"
          kind="ink"
          label={words.seat(chosen.length)}
          blocked={chosen.length === 0 ? words.nobodyChosen : null}
          waiting={waiting}
          onClick={() => void seat()}
        />
        {chosen.length > 0 && (
          <span className="quiet">
            {words.first(
              chosen
                .slice(0, 3)
                .map(({ name }) => name)
                .join(text.and),
              chosen.length,
            )}
          </span>
        )}
      </div>
      <Notice trouble={trouble} />
    </section>
  );
}
