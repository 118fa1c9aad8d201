// One audience's view of one meeting on its way out: only changed slices, each message numbered.
import type { SlicesMessage } from '../../shared/protocol.ts';
import { own } from '../../shared/own.ts';

type Slices = Readonly<Record<string, unknown>>;

export interface Channel {
  /** Takes the view as it is now; the message with what changed, or null when nothing did. */
  next(view: Slices, now: number): SlicesMessage | null;
  /** The whole view as last sent, for whoever has just come or missed a message. */
  whole(now: number): SlicesMessage;
  readonly version: number;
}

/** Compares slices by their JSON, and skips even that for a slice that is the same object as before. */
export function openChannel(): Channel {
  let version = 0;
  let sent: Slices = {};
  const texts = new Map<string, string>();
  return {
    get version() {
      return version;
    },
    next(view, now) {
      const changed = new Map<string, unknown>();
      for (const [name, slice] of Object.entries(view)) {
        if (texts.has(name) && slice === own(sent, name)) continue;
        const text = JSON.stringify(slice);
        if (texts.get(name) === text) continue;
        texts.set(name, text);
        changed.set(name, slice);
      }
      sent = view;
      if (changed.size === 0) return null;
      version += 1;
      return { version, since: version - 1, now, slices: Object.fromEntries(changed) };
    },
    whole: (now) => ({ version, since: null, now, slices: sent }),
  };
}
