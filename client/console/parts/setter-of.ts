// Handlers for the parts of what a form is about.

/** For each part a handler that gives `onChange` the whole with that part changed. */
export function setterOf<T extends object>(whole: T, onChange: (whole: T) => void) {
  return <K extends keyof T>(part: K) =>
    (value: T[K]) => {
      onChange({ ...whole, [part]: value });
    };
}
