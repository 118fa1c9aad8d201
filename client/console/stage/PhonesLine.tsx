// In a rehearsal whose simulated phones are here: how many, in one line, and the way to how they fare.
import { Link } from 'wouter';
import { rehearsalPhonesText } from '../../../shared/text/rehearsal-phones.ts';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { addressOf } from '../place.ts';

export function PhonesLine() {
  const text = useText(rehearsalPhonesText);
  const { code } = useConsole();
  const phones = useView((view) => view.phones);
  if (!phones || (phones.called === null && phones.now === null)) return null;
  const { called, now } = phones;
  return (
    <p className="row wrap gap-m small">
      {called !== null && (now ? text.line(now.present, now.connected) : text.coming)}
      <Link className="tap" href={addressOf(code, 'setup', 'rehearsal')}>
        {text.toPhones}
      </Link>
    </p>
  );
}
