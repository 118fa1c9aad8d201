// Builds every view that leaves a meeting over its sockets, each slice once for all of an audience, and paces them.
import type { SeatId, StaffId } from '../../shared/ids.ts';
import type { SlicesMessage } from '../../shared/protocol.ts';
import { meSlice, panelStage, panelWritten } from '../../shared/views/audiences/panel.ts';
import { publicView } from '../../shared/views/audiences/public.ts';
import { screenView } from '../../shared/views/audiences/screen.ts';
import type { Audience } from '../../shared/views/audiences/audiences.ts';
import type { MeSlice } from '../../shared/views/slices/panel-slices.ts';
import type { Outside } from '../../shared/views/seen.ts';
import { staffReady, staffView } from '../../shared/views/audiences/staff.ts';
import type { Steps } from '../../shared/steps.ts';
import type { Change, Hall } from '../hall.ts';
import { openChannel } from './channel.ts';
import { conflate } from './conflate.ts';
import { AUDIENCES, perAudience } from './per-audience.ts';

/** Milliseconds between two messages of a burst (SPEED.md): the eye's limit, a clerk's, a viewer's. */
export const INTERVAL_MS: Readonly<Record<Audience, number>> = {
  screen: 33,
  staff: 200,
  panel: 33,
  public: 1000,
};

export type Publish = (audience: Audience, message: SlicesMessage) => void;

export interface Audiences {
  whole(audience: Audience): SlicesMessage;
  /** What a seat's own connection gets at once: the panel's view and its own part. */
  wholeFor(seat: SeatId): SlicesMessage;
  /** Only the seat's own part, for its other open tabs. */
  me(seat: SeatId): SlicesMessage;
  /** A seat or a projector came or went, or something around the meeting may have changed; only staff see that. */
  connectionsChanged(): void;
  stop(): void;
}

export interface AudienceParts {
  readonly hall: Hall;
  readonly publish: Publish;
  readonly connected: () => ReadonlySet<SeatId>;
  readonly staffName: (id: StaffId) => string;
  readonly outside?: () => Outside;
}

export function openAudiences(parts: AudienceParts): Audiences {
  const { hall } = parts;
  const channels = perAudience(openChannel);
  const build = (audience: Audience): object => {
    switch (audience) {
      case 'screen':
        return screenView(hall.seen);
      case 'public':
        return publicView(hall.seen);
      case 'panel':
        return { stage: panelStage(hall.seen), written: panelWritten(hall.seen) };
      case 'staff':
        return staffView(hall.seen, {
          connected: parts.connected(),
          recent: hall.recent,
          head: hall.head,
          staffName: parts.staffName,
          file: hall.fileCheck,
          ...(parts.outside ? { outside: parts.outside() } : {}),
        });
    }
  };
  // A view is first built when somebody asks for it: a meeting that is opened for one phone costs no projector's view.
  const asked = new Set<Audience>();
  const channelOf = (audience: Audience) => {
    if (!asked.has(audience)) channels[audience].next({ ...build(audience) }, hall.now);
    asked.add(audience);
    return channels[audience];
  };
  function* flush(audience: Audience): Steps<void> {
    if (!asked.has(audience)) return;
    if (audience === 'staff') yield* staffReady(hall.seen);
    const message = channels[audience].next({ ...build(audience) }, hall.now);
    if (message) parts.publish(audience, message);
  }
  const conflated = perAudience((audience) =>
    conflate(INTERVAL_MS[audience], () => flush(audience)),
  );
  hall.onChange(({ events, ballots }: Change) => {
    for (const audience of AUDIENCES)
      // A phone's own stage changes with events only; ballots of others are nothing to it (R6).
      if (events.length > 0 || (ballots.length > 0 && audience !== 'panel'))
        conflated[audience].trigger();
  });

  const mine = (seat: SeatId): { readonly me: MeSlice | null } => ({
    me: meSlice(hall.seen, seat),
  });
  return {
    whole: (audience) => channelOf(audience).whole(hall.now),
    wholeFor(seat) {
      const whole = channelOf('panel').whole(hall.now);
      return { ...whole, slices: { ...whole.slices, ...mine(seat) } };
    },
    me(seat) {
      const { version } = channels.panel;
      return { version, since: version, now: hall.now, slices: mine(seat) };
    },
    connectionsChanged() {
      conflated.staff.trigger();
    },
    stop() {
      for (const one of Object.values(conflated)) one.stop();
    },
  };
}
