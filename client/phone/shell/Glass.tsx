// A page as high as the glass below what lies above it: only a part of it scrolls, so that what is open has one place.
import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import styles from './Glass.module.css';

/** Under this there is room for what is needed alone. */
export const TINY = '(max-height: 36em)';

export function Glass({
  tiny,
  beside,
  children,
}: {
  /** {@link TINY} holds. */
  readonly tiny: boolean;
  /** The keys stand beside the rest where the glass is low and wide. */
  readonly beside: boolean;
  readonly children: ReactNode;
}) {
  const glass = useRef<HTMLDivElement>(null);
  const above = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const place = () => {
      if (!glass.current || !above.current) return;
      glass.current.style.top = `${above.current.getBoundingClientRect().top + scrollY}px`;
    };
    place();
    if (typeof ResizeObserver === 'undefined') return;
    const watch = new ResizeObserver(place);
    watch.observe(document.body);
    return () => {
      watch.disconnect();
    };
  }, []);
  return (
    <>
      <div ref={above} />
      <div
        ref={glass}
        className={styles['glass']}
        data-tiny={tiny}
        data-beside={beside}
        onKeyDownCapture={once}
      >
        {children}
      </div>
    </>
  );
}

/** An entry key that is held down hands in, or goes on, once. */
function once(event: KeyboardEvent): void {
  const { key, repeat, target } = event;
  if (!repeat || key !== 'Enter' || target instanceof HTMLTextAreaElement) return;
  if (target instanceof Element && target.closest('[data-repeats]')) return;
  event.preventDefault();
  event.stopPropagation();
}
