// Whether a dialog lies over the page: keys that are heard on the whole page are not for what is under it.

export function isDialogOpen(): boolean {
  return document.querySelector('dialog[open], [role="dialog"]') !== null;
}
