// What goes on until it is ended: each of these returns what ends it, as an effect hands it on.

type Events = WindowEventMap & DocumentEventMap;

/** Hears these events of the window, the document or an element. */
export function listen(
  target: EventTarget,
  heard: { readonly [K in keyof Events]?: (event: Events[K]) => void },
  options?: AddEventListenerOptions,
): () => void {
  const all = Object.entries(heard) as [string, EventListener][];
  for (const [type, listener] of all) target.addEventListener(type, listener, options);
  return () => {
    for (const [type, listener] of all) target.removeEventListener(type, listener, options);
  };
}

/** Acts once, so many ms from now. */
export function after(ms: number, act: () => void): () => void {
  const timer = setTimeout(act, ms);
  return () => {
    clearTimeout(timer);
  };
}

/** Acts again and again. */
export function every(ms: number, act: () => void): () => void {
  const timer = setInterval(act, ms);
  return () => {
    clearInterval(timer);
  };
}
