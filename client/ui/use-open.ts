// What a part has open beside or over itself, of one kind or of several: a dialog, a form, a drawer.
import { useCallback, useState } from 'react';

export function useOpen<T = true>(first: T | null = null) {
  const [open, setOpen] = useState<T | null>(first);
  const close = useCallback(() => {
    setOpen(null);
  }, []);
  return {
    open,
    setOpen,
    close,
    /** For a button that opens this. */
    opener: (what: T) => () => {
      setOpen(what);
    },
  };
}
