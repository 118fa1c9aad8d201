// Text that a person types into a field whose value the page reads and may rewrite. While an input method composes, the
// field is the input method's: its text stands as the browser has it, nothing is reported, and at the end it is read once.
import {
  useEffect,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
  type ChangeEvent,
  type FocusEvent,
  type KeyboardEvent,
} from 'react';
import { after, listen } from '../live/until-ended.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

export interface Typed {
  readonly value: string;
  /** What now stands in the field, never in the middle of a composition, unless `live`. */
  readonly onText?: ((text: string) => void) | undefined;
  /**
   * Reports during a composition too. For text that is kept exactly as typed and only lets a button be pressed: phones
   * compose every Latin word, and a button would say that nothing is typed.
   */
  readonly live?: boolean;
}

/** Whether a key belongs to an input method; Safari says so of the key that ends a composition by its code alone. */
export function isComposing(event: {
  readonly isComposing: boolean;
  readonly keyCode: number;
}): boolean {
  return event.isComposing || event.keyCode === 229;
}

export interface Keys<E> {
  readonly onKeyDown?: ((event: KeyboardEvent<E>) => void) | undefined;
  readonly onBlur?: ((event: FocusEvent<E>) => void) | undefined;
}

/** What the field itself needs. Its keys are passed on unless an input method has them. */
export function useTyped<E extends TextField>(
  { value, onText, live = false }: Typed,
  { onKeyDown, onBlur }: Keys<E>,
) {
  const field = useRef<E>(null);
  /** The field's text while it is the input method's; `ended` until it has been read. */
  const [own, setOwn] = useState<{ readonly text: string; readonly ended: boolean } | null>(null);
  const runs = own !== null && !own.ended;
  const [read, setRead] = useState<{ readonly text: string; readonly caret: number } | null>(null);
  const report = (text: string, caret: number | null) => {
    setOwn(null);
    if (text === value) return;
    setRead({ text, caret: caret ?? text.length });
    onText?.(text);
  };
  const settle = useEffectEvent(() => {
    if (field.current) report(field.current.value, field.current.selectionStart);
  });

  // Chromium sends the last `input` before `compositionend`, others after it, and a Korean syllable begins the next
  // composition at once: the text is read when all of them have come.
  const ended = own?.ended === true;
  useEffect(() => {
    if (!ended) return;
    return after(0, () => {
      settle();
    });
  }, [ended]);

  // A press elsewhere is meant for what stands in the field; not every browser takes the focus away by it.
  useEffect(() => {
    if (!runs) return;
    const elsewhere = (event: Event) => {
      if (event.target !== field.current) field.current?.blur();
    };
    return listen(document, { click: elsewhere }, { capture: true });
  }, [runs]);

  // Where the page has rewritten what was typed, the caret stays behind the character that it stood behind.
  useLayoutEffect(() => {
    const element = field.current;
    if (!read || !element || element.value === read.text) return;
    if (document.activeElement !== element) return;
    const at = placeBehind(element.value, typedIn(read.text.slice(0, read.caret)).length);
    element.setSelectionRange(at, at);
  }, [read]);

  return {
    ref: field,
    value: own?.text ?? value,
    onChange(event: ChangeEvent<E>) {
      const text = event.target.value;
      if (!runs && !(event.nativeEvent as InputEvent).isComposing) {
        report(text, event.target.selectionStart);
        return;
      }
      // Text that comes from elsewhere, by the page's keys or a filled-in form, ends one without a `compositionend`.
      setOwn({ text, ended: !(event.nativeEvent as InputEvent).isComposing });
      if (live) onText?.(text);
    },
    onCompositionStart(event: { readonly currentTarget: E }) {
      setOwn({ text: event.currentTarget.value, ended: false });
    },
    onCompositionEnd(event: { readonly currentTarget: E }) {
      setOwn({ text: event.currentTarget.value, ended: true });
    },
    onBlur(event: FocusEvent<E>) {
      if (own) report(event.target.value, null);
      onBlur?.(event);
    },
    onKeyDown(event: KeyboardEvent<E>) {
      if (!runs && !isComposing(event.nativeEvent)) {
        // A scanner's Enter may come before the timer.
        if (own) report(event.currentTarget.value, event.currentTarget.selectionStart);
        onKeyDown?.(event);
        return;
      }
      // Neither the form's nor the page's: it chooses, pages or ends in the input method's own window.
      event.stopPropagation();
      if (event.key === 'Enter') event.preventDefault();
    },
  };
}

/** Without what a page may put in between to group it. */
function typedIn(text: string): string {
  return text.replace(/[\s-]/g, '');
}

/** The place behind the nth character that was typed. */
function placeBehind(text: string, n: number): number {
  let at = 0;
  for (let seen = 0; seen < n && at < text.length; at += 1)
    if (typedIn(text.charAt(at)) !== '') seen += 1;
  return at;
}
