/** Shows a popover, where the browser knows them. @returns whether it was not shown before */
export function showOverlay(element: HTMLElement): boolean {
  if (!('showPopover' in element)) return true;
  if (element.matches(':popover-open')) return false;
  element.showPopover();
  return true;
}
