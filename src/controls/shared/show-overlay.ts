/** Shows a popover, where the browser supports that. @returns false if it was already shown */
export function showOverlay(element: HTMLElement): boolean {
  if (!('showPopover' in element)) return true;
  if (element.matches(':popover-open')) return false;
  element.showPopover();
  return true;
}
