// What stands below the last line of a sheet: a comment, where it takes one, and the way to abstain.
import type { Target } from '../slips/matter.ts';
import { useSeat } from '../seat-context.ts';
import { Abstain } from './Abstain.tsx';
import { Comment } from './Comment.tsx';
import { useHeldKeys } from './held-keys.ts';

export function SheetEnd({ target }: { readonly target: Target }) {
  const { outbox } = useSeat();
  useHeldKeys();
  return (
    <>
      {target.sheet.comments && <Comment about={target} open />}
      <Abstain
        onAbstain={() => {
          outbox.submit(target, { kind: 'abstain' });
        }}
      />
    </>
  );
}
