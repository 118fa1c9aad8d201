// A form over something that stands: shows what stands until the first change.
import { useStore } from 'zustand';
import type { Expectation, StaffCommand } from '../../../shared/meeting/commands.ts';
import { useConsole, useExpects } from './console-context.ts';
import { own } from '../../../shared/own.ts';

export interface DraftOf<T> {
  /** What saves it. */
  readonly act: StaffCommand['type'];
  readonly value: T;
  readonly dirty: boolean;
  readonly expects: Expectation;
  readonly change: (value: T) => void;
  /** Back to what stands. */
  readonly drop: () => void;
}

/** `name` is the draft's own: two forms of one name would share it. */
export function useDraft<T>(act: StaffCommand['type'], name: string, standing: T): DraftOf<T> {
  const { drafts } = useConsole();
  const now = useExpects(act);
  const draft = useStore(drafts, (all) => own(all, name));
  return {
    act,
    value: draft ? (draft.value as T) : standing,
    dirty: draft !== undefined,
    expects: draft?.expects ?? now,
    change(value) {
      drafts.setState((all) => ({ [name]: { value, expects: own(all, name)?.expects ?? now } }));
    },
    drop() {
      drafts.setState({ [name]: undefined });
    },
  };
}

/** Whether any draft of this step waits to be saved. */
export function useUnsaved(): (step: string) => boolean {
  const { drafts } = useConsole();
  const all = useStore(drafts);
  return (step) =>
    Object.entries(all).some(([name, draft]) => draft !== undefined && name.startsWith(step));
}
