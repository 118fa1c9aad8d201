// Why a scoring that shall be shown live will not be, and the choice that takes its place.
import { noLivePlanned } from '../../../shared/scoring/no-live.ts';
import { consoleAgendaText } from '../../../shared/text/console/agenda.ts';
import { noLiveText } from '../../../shared/text/no-live.ts';
import { Button } from '../../ui/Button.tsx';
import { useText } from '../../ui/language.ts';
import { useView } from '../parts/console-context.ts';
import { Remark } from '../parts/Notice.tsx';

export function NotLive({
  ofUnits,
  onHide,
}: {
  /** Units rate: then it is about the groups of their seats. */
  readonly ofUnits: boolean;
  readonly onHide: () => void;
}) {
  const text = useText(consoleAgendaText);
  const reason = useText(noLiveText);
  const { scheme, groups } = useView((view) => view.setup);
  const seated = groups
    .filter(({ pool, units }) => (ofUnits ? units > 0 : units === 0 || pool > 0))
    .map(({ name, weight, planned, units }) => ({
      ...{ name, weight },
      seats: ofUnits ? units : (planned ?? 0) - units,
    }));
  const why = scheme && noLivePlanned(seated, scheme);
  if (!why) return null;
  return (
    <div className="grid gap-s">
      <Remark>{text.notLive(reason(why))}</Remark>
      <Button onClick={onHide}>{text.hideInstead}</Button>
    </div>
  );
}
