// The pages of one device that have the same seat open: each hears when another has changed what is kept. Where the browser
// stores nothing, what waits travels between them directly, as long as one of them is open.
import type { AllAcknowledged } from './acknowledged.ts';
import type { Waiting } from './outbox.ts';

/** What a page tells the others where it cannot be stored. */
export interface Told {
  readonly waiting: readonly Waiting[];
  readonly acknowledged: AllAcknowledged;
}

export interface Tabs {
  /** Whether pages can tell each other anything without the storage; old web views cannot. */
  readonly canTell: boolean;
  readonly tell: (what: Told) => void;
  readonly close: () => void;
}

export function openTabs(
  key: string,
  on: {
    /** The storage has changed, or may have; `cleared`: all of it was taken away. */
    readonly changed: (cleared: boolean) => void;
    readonly told: (what: Told) => void;
    /** A page has just opened and knows nothing yet. */
    readonly asked: () => void;
  },
): Tabs {
  const stored = ({ key: name }: StorageEvent) => {
    if (name === null || name.startsWith(key)) on.changed(name === null);
  };
  const shown = () => {
    on.changed(false);
  };
  addEventListener('storage', stored);
  // A page that comes back from the browser's cache has heard nothing meanwhile.
  addEventListener('pageshow', shown);
  const channel = channelOf(key, ({ data }) => {
    if (data) on.told(data);
    else on.asked();
  });
  return {
    canTell: channel !== null,
    tell(what) {
      channel?.postMessage(what);
    },
    close() {
      removeEventListener('storage', stored);
      removeEventListener('pageshow', shown);
      channel?.close();
    },
  };
}

/** Null where the browser has none, or refuses it to this page. */
function channelOf(
  key: string,
  heard: (event: MessageEvent<Told | null>) => void,
): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(key);
    channel.onmessage = heard;
    channel.postMessage(null);
    return channel;
  } catch {
    return null;
  }
}
