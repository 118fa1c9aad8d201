// The pages of one device that have the same seat open: each hears when another has changed what is kept. Where the browser
// stores nothing, slips travel between them directly, as long as one of them is open.
import type { Slips } from './slips.ts';

export interface Tabs {
  /** Whether pages can tell each other anything without the storage; old web views cannot. */
  readonly canTell: boolean;
  readonly tell: (slips: Slips) => void;
  readonly close: () => void;
}

export function openTabs(
  key: string,
  on: {
    /** The storage has changed, or may have. */
    readonly changed: () => void;
    readonly told: (slips: Slips) => void;
    /** A page has just opened and knows nothing yet. */
    readonly asked: () => void;
  },
): Tabs {
  const stored = ({ key: name }: StorageEvent) => {
    if (name === null || name.startsWith(key)) on.changed();
  };
  addEventListener('storage', stored);
  // A page that comes back from the browser's cache has heard nothing meanwhile.
  addEventListener('pageshow', on.changed);
  // Pages of older versions talk under the bare key, in words of their own.
  const channel = channelOf(`${key}.slip`, ({ data }) => {
    if (data) on.told(data);
    else on.asked();
  });
  return {
    canTell: channel !== null,
    tell(slips) {
      channel?.postMessage(slips);
    },
    close() {
      removeEventListener('storage', stored);
      removeEventListener('pageshow', on.changed);
      channel?.close();
    },
  };
}

/** Null where the browser has none, or refuses it to this page. */
function channelOf(
  name: string,
  heard: (event: MessageEvent<Slips | null>) => void,
): BroadcastChannel | null {
  try {
    const channel = new BroadcastChannel(name);
    channel.onmessage = heard;
    channel.postMessage(null);
    return channel;
  } catch {
    return null;
  }
}
