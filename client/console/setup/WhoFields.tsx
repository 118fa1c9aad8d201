// Who rates in a round: the panel, or units each other; and what the hall would not get to see of it.
import { WITHINS, type Who } from '../../../shared/meeting/agenda/item.ts';
import { whoFlaws, type WhoFlaw } from '../../../shared/meeting/who-flaws.ts';
import { grouped } from '../../../shared/grouped.ts';
import { shownFrom } from '../../../shared/scoring/floor.ts';
import { MOST_TAKEN } from '../../../shared/number-limits.ts';
import { unitsText } from '../../../shared/text/console/units.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { Select } from '../parts/Select.tsx';
import styles from './Agenda.module.css';

type Key = 'panel' | 'ring' | (typeof WITHINS)[number];

/** How many each rates in a ring, where nobody has said more. */
const USUAL_NEXT = 5;

export function WhoFields({
  who,
  about,
  onChange,
}: {
  readonly who: Who | undefined;
  /** The units that are rated; `rest`: all that take part. */
  readonly about: 'rest' | readonly SubjectId[];
  readonly onChange: (who: Who | undefined) => void;
}) {
  const words = useText(unitsText).who;
  const key: Key = who ? (who.kind === 'ring' ? 'ring' : who.within) : 'panel';
  // Lists of units name no parents so far.
  const withins = WITHINS.filter((within) => within !== 'parent' || key === 'parent');
  const options: readonly { readonly value: Key; readonly label: string }[] = [
    { value: 'panel', label: words.panel },
    ...withins.map((value) => ({ value, label: words.within[value] })),
    { value: 'ring', label: words.ring },
  ];
  return (
    <>
      <Select
        label={words.label}
        value={key}
        options={options}
        onChange={(chosen) => {
          if (chosen === 'panel') onChange(undefined);
          else if (chosen === 'ring') onChange({ kind: 'ring', next: USUAL_NEXT });
          else onChange({ kind: 'units', within: chosen });
        }}
      />
      {who?.kind === 'ring' && (
        <NumberField
          label={words.next}
          value={who.next}
          least={1}
          most={MOST_TAKEN}
          onChange={(next) => {
            if (next !== null) onChange({ kind: 'ring', next });
          }}
        />
      )}
      {who && (
        <p className={styles['means']}>{who.kind === 'ring' ? words.ringLead : words.never}</p>
      )}
      {who && <Remarks who={who} about={about} />}
    </>
  );
}

function Remarks({
  who,
  about,
}: {
  readonly who: Who;
  readonly about: 'rest' | readonly SubjectId[];
}) {
  const words = useText(unitsText).who;
  const { scheme } = useView((view) => view.setup);
  const subjects = useView((view) => view.subjects);
  const { units } = useView((view) => view.desk);
  const inIt = subjects.filter(
    ({ id, out }) => out === null && (about === 'rest' || about.includes(id)),
  );
  // Whoever rates them is of the whole category, in the round or not.
  const asked = new Set(inIt.map(({ category }) => category.id));
  const all = subjects.filter(({ out, category }) => out === null && asked.has(category.id));
  const categories = [...grouped(all, ({ category }) => category.name)].map(([name, of]) => ({
    name,
    count: of.length,
  }));
  const unseated = all.filter(
    ({ id }) => units.find(({ unit }) => unit === id)?.seat === null,
  ).length;
  const say = (flaw: WhoFlaw): string => {
    if (flaw.kind === 'too-few') return words.tooMany(flaw.name, flaw.units);
    const floor = scheme ? shownFrom(scheme) : 0;
    return flaw.name === null
      ? words.closed(flaw.ballots, floor)
      : words.closedCategory(flaw.name, flaw.ballots + 1, floor);
  };
  const said = scheme ? whoFlaws(who, categories, scheme).map(say) : [];
  const seats = unseated === all.length ? words.noSeats : words.unseated(unseated);
  const sentences = [...said, ...(unseated > 0 ? [seats] : [])];
  if (sentences.length === 0) return null;
  return (
    <div className={styles['rule']}>
      {sentences.map((sentence) => (
        <Remark key={sentence}>{sentence}</Remark>
      ))}
    </div>
  );
}
