// The focus for a field that has just come, unless somebody types elsewhere.

/** @param near what the field belongs to: whoever types in there goes on in the field */
export function takeFocus(field: HTMLElement | null | undefined, near: string): void {
  const { activeElement: active } = document;
  const isTyping = active?.matches('input, textarea, select, [contenteditable]') ?? false;
  const isNear = field?.closest(near)?.contains(active) ?? false;
  const dialog = document.querySelector('dialog[open]');
  if ((!isTyping || isNear) && (dialog?.contains(field ?? null) ?? true)) field?.focus();
}
