import { overlap, scrollersOf, scrollport, type VerticalExtent } from './viewport.js';

/** How far a target must move up to be where it should be in a port, in CSS px. */
type Alignment = (target: VerticalExtent, port: VerticalExtent) => number;

/** The share of a port's height that stays free above a target at its top. */
const MARGIN = 0.15;

/** The longest distance of a smooth scroll, in heights of the port. Over a longer distance, the text would only flash by. */
const NEAR = 2;

/** Near the top, from above and from below, so that the text that follows is in view as well. */
export const nearTop: Alignment = (target, port) => {
  if (target.top >= port.top && target.bottom <= port.bottom) return 0;
  const height = port.bottom - port.top;
  const rest = height - (target.bottom - target.top);
  return target.top - port.top - Math.min(height * MARGIN, Math.max(0, rest / 2));
};

/** The shortest way. A target higher than the port stays where it is while part of it can be seen. */
export const nearest: Alignment = (target, port) => {
  const [above, below] = [port.top - target.top, target.bottom - port.bottom];
  const fits = target.bottom - target.top <= port.bottom - port.top;
  if (!fits && overlap(target, port)) return 0;
  if (above > 0) return -above;
  return Math.max(0, below);
};

/** Scrolls a target into view in all its scroll containers. @returns whether anything is scrolled */
export function bringIntoView(
  target: Range | Element,
  align: Alignment,
  behavior: ScrollBehavior,
): boolean {
  let place = placeOf(target);
  let scrolls = false;
  for (const scroller of scrollersOf(startOf(target))) {
    const { scrollTop, scrollHeight, clientHeight } = scroller;
    const wanted = scrollTop + align(place, scrollport(scroller));
    const top = Math.max(0, Math.min(wanted, scrollHeight - clientHeight));
    const distance = Math.abs(top - scrollTop);
    // Browsers do not scroll by fractions of a pixel.
    if (distance < 1) continue;
    scroller.scrollTo({ top, behavior: distance > NEAR * clientHeight ? 'instant' : behavior });
    place = { top: place.top - (top - scrollTop), bottom: place.bottom - (top - scrollTop) };
    scrolls = true;
  }
  return scrolls;
}

/** Whether at least part of a target is in view. */
export function isInView(target: Range | Element): boolean {
  const place = target.getBoundingClientRect();
  return scrollersOf(startOf(target)).every((scroller) => overlap(place, scrollport(scroller)));
}

/** The target with its `scroll-margin`. */
function placeOf(target: Range | Element): VerticalExtent {
  const { top, bottom } = target.getBoundingClientRect();
  const { scrollMarginTop, scrollMarginBottom } = getComputedStyle(blockOf(startOf(target)));
  return {
    top: top - parseFloat(scrollMarginTop),
    bottom: bottom + parseFloat(scrollMarginBottom),
  };
}

function startOf(target: Range | Element): Node {
  return target instanceof Range ? target.startContainer : target;
}

function blockOf(node: Node): Element {
  let element = node instanceof Element ? node : node.parentElement;
  while (element?.parentElement && getComputedStyle(element).display === 'inline')
    element = element.parentElement;
  return element ?? document.documentElement;
}
