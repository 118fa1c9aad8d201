// Someone goes before the end.
import { deskText } from '../../../shared/text/desk.ts';
import type { SeatId } from '../../../shared/ids.ts';
import { useText } from '../../ui/language.ts';
import { DeskForm } from './DeskForm.tsx';

export function LeaveForm({
  seat,
  onDone,
}: {
  readonly seat: SeatId;
  readonly onDone: () => void;
}) {
  const text = useText(deskText);
  return (
    <DeskForm
      act="LeaveSeat"
      title={text.acts.leave}
      label={text.acts.leave}
      command={(reason) => ({ type: 'LeaveSeat', seat, reason })}
      onDone={onDone}
    >
      <p>{text.leaveMeans}</p>
    </DeskForm>
  );
}
