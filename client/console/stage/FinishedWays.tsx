// Where it goes on from the end of a meeting: its minutes, its files, and in a rehearsal the report of the phones.
import { Link } from 'wouter';
import { absentText } from '../../../shared/text/console/absent.ts';
import { rehearsalPhonesText } from '../../../shared/text/rehearsal-phones.ts';
import { useText } from '../../ui/language.ts';
import { useConsole, useView } from '../parts/console-context.ts';
import { WayLinks } from '../parts/WayLinks.tsx';
import { addressOf } from '../place.ts';

export function FinishedWays() {
  const text = useText(absentText);
  const phonesText = useText(rehearsalPhonesText);
  const { code } = useConsole();
  const phones = useView((view) => view.phones);
  return (
    <WayLinks>
      <Link href={`/m/${encodeURIComponent(code)}/console/minutes`} data-main>
        {text.minutes}
      </Link>
      <Link href={addressOf(code, 'setup', 'meeting')}>{text.files}</Link>
      {phones && <Link href={addressOf(code, 'setup', 'rehearsal')}>{phonesText.toPhones}</Link>}
    </WayLinks>
  );
}
