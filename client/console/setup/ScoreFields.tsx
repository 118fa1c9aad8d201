// How a round is held: by which sheet, shown when, closed after how long and by whom.
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { consoleText } from '../../../shared/text/console.ts';
import { MOST_SECONDS } from '../../../shared/number-limits.ts';
import type { ScoreSettings } from '../../../shared/meeting/agenda/item.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { Choice } from '../parts/Choice.tsx';
import { NumberField } from '../parts/NumberField.tsx';
import { setterOf } from '../parts/setter-of.ts';
import { NotLive } from './NotLive.tsx';
import { WhoFields } from './WhoFields.tsx';
import { SheetPlanFields } from './SheetPlanFields.tsx';

export function ScoreFields({
  score,
  about = 'rest',
  onChange,
}: {
  readonly score: ScoreSettings;
  /** The unit that is scored; absent: those that a draw will draw. */
  readonly about?: 'rest' | readonly SubjectId[];
  readonly onChange: (score: ScoreSettings) => void;
}) {
  const text = useText(consoleText);
  const words = text.agenda;
  const more = useText(consoleAgendaText);
  const { disclosure, seconds, closes = 'moderator' } = score;
  const set = setterOf(score, onChange);
  return (
    <>
      <SheetPlanFields plan={score.sheet} onChange={set('sheet')} />
      <WhoFields
        who={score.who}
        about={about}
        onChange={(who) => {
          const { who: _, ...rest } = score;
          onChange(who ? { ...rest, who } : rest);
        }}
      />
      <Choice
        label={words.disclosure}
        value={disclosure}
        options={text.disclosures}
        note={words.disclosureMeans[disclosure]}
        onChange={set('disclosure')}
      />
      {disclosure === 'live' && (
        <NotLive
          ofUnits={score.who !== undefined}
          onHide={() => {
            set('disclosure')('hidden');
          }}
        />
      )}
      <NumberField
        label={words.scoreSeconds}
        value={seconds}
        most={MOST_SECONDS}
        after={words.noLimit}
        onChange={(value) => {
          if (value !== null) set('seconds')(value);
        }}
      />
      {/* Without a limit there is nothing to choose. */}
      <Choice
        label={more.closes}
        value={closes}
        options={more.closesBy}
        note={seconds === 0 ? more.closesNever : more.closesMeans[closes]}
        onChange={(by) => {
          const { closes: _, ...rest } = score;
          onChange(by === 'itself' ? { ...rest, closes: by } : rest);
        }}
      />
    </>
  );
}
