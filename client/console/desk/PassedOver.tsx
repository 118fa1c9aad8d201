// Those of a reserve who are passed over: named in a sentence while they are few, folded behind their number where not.
import { consoleText } from '../../../shared/text/console.ts';
import { deskText } from '../../../shared/text/desk.ts';
import { useText } from '../../ui/language.ts';

/** More names than this are read by nobody who only wants to go on. */
const MOST_NAMES = 6;

export function PassedOver({
  names,
  sentence,
}: {
  readonly names: readonly string[];
  readonly sentence: (names: string) => string;
}) {
  const { and } = useText(consoleText);
  const words = useText(deskText);
  if (names.length === 0) return null;
  const whole = sentence(names.join(and));
  if (names.length <= MOST_NAMES) return <p className="quiet small">{whole}</p>;
  return (
    <details className="quiet small">
      <summary className="tap">{words.passedMany(names.length)}</summary>
      <p>{whole}</p>
    </details>
  );
}
