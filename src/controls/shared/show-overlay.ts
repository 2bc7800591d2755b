/** Shows a popover, where the browser supports that. @returns false if it was already shown, or is no longer in the page */
export function showOverlay(element: HTMLElement): boolean {
  if (!('showPopover' in element)) return true;
  if (element.matches(':popover-open') || !element.isConnected) return false;
  element.showPopover();
  return true;
}
