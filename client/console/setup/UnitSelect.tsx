// A choice among the meeting's units that take part.
import { consoleText } from '../../../shared/text/console.ts';
import type { SubjectId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Select } from '../parts/Select.tsx';

export function UnitSelect({
  value,
  onChange,
}: {
  readonly value: SubjectId;
  readonly onChange: (subject: SubjectId) => void;
}) {
  const text = useText(consoleText).agenda;
  const subjects = useView((view) => view.subjects);
  return (
    <Select
      label={text.unit}
      value={value}
      options={subjects
        .filter(({ id, out }) => out === null || id === value)
        .map(({ id, name }) => ({ value: id, label: `${id} ${name}` }))}
      onChange={onChange}
    />
  );
}
