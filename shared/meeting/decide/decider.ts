// The shape of a table of decisions: one for each command of a table, and none left out.
import type { CommandOf, Holders } from '../commands/command.ts';
import type { Context } from '../commands.ts';
import type { Instant } from '../../instant.ts';
import type { Steps } from '../../steps.ts';
import type { Holder as TicketHolder, Seat } from '../people.ts';
import type { Decision, DecidingWorld } from '../world.ts';

/** A command without its decision does not compile. One about lists of thousands is decided in steps. */
export type Deciders<T> = {
  readonly [N in keyof T]: (
    world: DecidingWorld,
    command: CommandOf<T, N>,
    context: Context,
  ) => Decision | Steps<Decision>;
};

/** Who gave a command, once it is known that they hold what they say. */
export type Holder =
  | { readonly kind: 'seat'; readonly seat: Seat }
  | { readonly kind: 'device'; readonly seat: Seat }
  /** Whose the ticket is now: the desk may have swapped it. */
  | { readonly kind: 'ticket'; readonly holder: TicketHolder };

type HolderOf<E> = E extends { readonly holders: readonly (infer K)[] }
  ? K extends keyof Holders
    ? Extract<Holder, { readonly kind: K }>
    : never
  : never;

export type HolderDeciders<T> = {
  readonly [N in keyof T]: (
    world: DecidingWorld,
    command: CommandOf<T, N>,
    holder: HolderOf<T[N]>,
    now: Instant,
  ) => Decision;
};

/** What the server by itself is given from outside. */
export type ServerContext = Pick<Context, 'now' | 'random'>;

export type ServerDeciders<T> = {
  readonly [N in keyof T]: (
    world: DecidingWorld,
    command: CommandOf<T, N>,
    context: ServerContext,
  ) => Decision;
};
