/**
 * Opens the list of a select when its label is pressed, as a press anywhere on a row of a menu does something; by itself, a label
 * only focuses its select.
 *
 * @param event a click in the element around them
 */
export function openList(event: Event): void {
  const [target] = event.composedPath();
  const label = target instanceof Element && target.closest('label');
  if (!label || target === label.control) return;
  try {
    (label.control as HTMLSelectElement).showPicker();
  } catch {
    // The browser has no way to do that, or does not take this for a press.
  }
}
