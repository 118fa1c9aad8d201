// How one line is scored, by steps or by grades, and who fills it in: in short, and to be set.
import { sheetEditorText } from '../../../../shared/text/sheet-editor.ts';
import { Choice } from '../../parts/Choice.tsx';
import { useText } from '../../../ui/language.ts';
import { TypedInput } from '../../../ui/TypedInput.tsx';
import { freshId } from '../fresh-id.ts';
import { replaced, without } from '../lists.ts';
import { usualScale, type DraftLine, type DraftNode } from './draft.ts';
import type { GroupName } from './draft.ts';
import styles from './Sheet.module.css';

/** What is set, in a few words, and the way to set it. */
export function LineToggle({
  line: { scale, step, groups: only },
  number,
  groups,
  open,
  onTurn,
}: {
  readonly line: DraftLine;
  readonly number: string;
  readonly groups: readonly GroupName[];
  readonly open: boolean;
  readonly onTurn: () => void;
}) {
  const words = useText(sheetEditorText);
  const how = scale
    ? scale.map(({ name }) => name || words.unnamed).join(' / ')
    : words.everyStep(step);
  const who =
    only === null
      ? words.everyone
      : groups.flatMap(({ id, name }) => (only.includes(id) ? [name] : [])).join(words.and);
  return (
    <button
      type="button"
      className="link"
      aria-expanded={open}
      aria-label={`${how}${words.comma}${who} (${words.settingsOf(number)})`}
      onClick={onTurn}
    >
      {how}
      {words.comma}
      {who}
    </button>
  );
}

export function LineFields({
  line,
  number,
  groups,
  alone,
  onChange,
}: {
  readonly line: DraftNode & DraftLine;
  readonly number: string;
  readonly groups: readonly GroupName[];
  readonly alone: boolean;
  readonly onChange: (line: DraftNode) => void;
}) {
  const words = useText(sheetEditorText);
  const { scale, step, groups: only } = line;
  const isIn = (id: string) => only === null || only.includes(id);
  return (
    <div className={styles['settings']}>
      {!alone && (
        <Choice
          compact
          label={words.scored}
          value={scale ? 'grades' : 'steps'}
          options={words.scoredBy}
          onChange={(by) => {
            const next = by === 'grades' ? usualScale(words.usual.grades, line.max, freshId) : null;
            onChange({ ...line, scale: next });
          }}
        />
      )}
      {scale ? (
        <GradeFields line={line} scale={scale} number={number} onChange={onChange} />
      ) : (
        <label className={styles['step']}>
          {words.step}
          <TypedInput
            type="text"
            inputMode="decimal"
            autoComplete="off"
            aria-label={words.stepOf(number)}
            value={step}
            maxLength={17}
            live
            onText={(next) => {
              onChange({ ...line, step: next });
            }}
          />
        </label>
      )}
      {groups.length > 1 && (
        <fieldset className={styles['who']}>
          <legend>{words.who}</legend>
          {groups.map(({ id, name }) => (
            <label key={id}>
              <input
                type="checkbox"
                checked={isIn(id)}
                // Somebody must fill it in.
                disabled={only?.length === 1 && isIn(id)}
                onChange={() => {
                  const next = groups.flatMap((one) =>
                    isIn(one.id) !== (one.id === id) ? [one.id] : [],
                  );
                  onChange({ ...line, groups: next.length === groups.length ? null : next });
                }}
              />
              {name}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function GradeFields({
  line,
  scale,
  number,
  onChange,
}: {
  readonly line: DraftNode & DraftLine;
  readonly scale: NonNullable<DraftLine['scale']>;
  readonly number: string;
  readonly onChange: (line: DraftNode) => void;
}) {
  const words = useText(sheetEditorText);
  const set = (next: typeof scale) => {
    onChange({ ...line, scale: next });
  };
  return (
    <fieldset className={styles['grades']}>
      <legend>{words.grades}</legend>
      <ol>
        {scale.map((grade, at) => (
          <li key={grade.id}>
            <TypedInput
              type="text"
              aria-label={words.gradeOf(number, at + 1)}
              value={grade.name}
              maxLength={40}
              live
              onText={(name) => {
                set(replaced(scale, at, { ...grade, name }));
              }}
            />
            <TypedInput
              type="text"
              inputMode="decimal"
              autoComplete="off"
              aria-label={words.markOf(number, at + 1)}
              value={grade.mark}
              maxLength={17}
              live
              onText={(mark) => {
                set(replaced(scale, at, { ...grade, mark }));
              }}
            />
            <button
              type="button"
              className="key"
              aria-label={words.removeGrade(grade.name)}
              title={words.removeGrade(grade.name)}
              onClick={() => {
                set(without(scale, at));
              }}
            >
              {words.removeShort}
            </button>
          </li>
        ))}
      </ol>
      <button
        type="button"
        className="link"
        onClick={() => {
          set([...scale, { id: freshId('g'), name: '', mark: '0' }]);
        }}
      >
        {words.addGrade}
      </button>
    </fieldset>
  );
}
