// What must stand whole in a box of a fixed size, whatever the font: letters and arrangement go down in steps until it does.

/**
 * Sets `data-fit` on each box to its first step, from 0, in which nothing reaches into its margins; to the last one where
 * none is small enough. Measured for all boxes together, once for each step. What a step looks like is the style sheet's.
 */
export function fitInSteps(boxes: Iterable<HTMLElement>, last: number): void {
  let open = [...boxes];
  for (let step = 0; step <= last && open.length > 0; step++) {
    for (const box of open) box.dataset['fit'] = String(step);
    open = open.filter((box) => !holds(box));
  }
}

/** A box's own scroll height would let its content lie in the padding below. */
function holds(box: HTMLElement): boolean {
  const { bottom } = box.getBoundingClientRect();
  const { paddingBottom, borderBottomWidth } = getComputedStyle(box);
  const end = bottom - Number.parseFloat(paddingBottom) - Number.parseFloat(borderBottomWidth);
  return [...box.children].every(
    (one) =>
      one.getBoundingClientRect().bottom <= end + 0.5 && one.scrollWidth <= one.clientWidth + 1,
  );
}
