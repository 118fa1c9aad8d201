// Where the people are a drawer: how many are owing, in one line, and the way in.
import { consoleText } from '../../../shared/text/console.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useRoll } from './use-roll.ts';

export function PeopleLine({
  className,
  onOpen,
}: {
  readonly className: string;
  readonly onOpen: () => void;
}) {
  const text = useText(consoleText);
  const { counts, count, of } = useRoll();
  return (
    <div className={className}>
      <span>
        {of === 0 ? (
          text.people.noSeats
        ) : (
          <>
            {text.people.titles[counts]} <b>{count}</b> / {of}
          </>
        )}
      </span>
      <Button onClick={onOpen}>{text.stage.openPeople}</Button>
    </div>
  );
}
