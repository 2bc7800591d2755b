import { overlap, scrollersOf, scrollport, type Stretch } from './viewport.js';

/** How far something must move up to stand where it should in a port, in CSS px. */
type Alignment = (target: Stretch, port: Stretch) => number;

/** How much of a port's height stays free above what is brought to its top. */
const MARGIN = 0.15;

/** Over how many of a port's heights it is scrolled smoothly; further, the text in between would only flash by. */
const NEAR = 2;

/** Downwards as upwards it comes near the top, so that what follows it is in view as well. */
export const nearTop: Alignment = (target, port) => {
  if (target.top >= port.top && target.bottom <= port.bottom) return 0;
  const height = port.bottom - port.top;
  const rest = height - (target.bottom - target.top);
  return target.top - port.top - Math.min(height * MARGIN, Math.max(0, rest / 2));
};

/** As little as it takes. What is higher than the port is left where it is seen in part. */
export const nearest: Alignment = (target, port) => {
  const [above, below] = [port.top - target.top, target.bottom - port.bottom];
  const fits = target.bottom - target.top <= port.bottom - port.top;
  if (!fits && overlap(target, port)) return 0;
  if (above > 0) return -above;
  return Math.max(0, below);
};

/** Shows something, by scrolling all that it scrolls with. @returns whether anything is scrolled */
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
    // Fractions of a pixel are not scrolled by.
    if (distance < 1) continue;
    scroller.scrollTo({ top, behavior: distance > NEAR * clientHeight ? 'instant' : behavior });
    place = { top: place.top - (top - scrollTop), bottom: place.bottom - (top - scrollTop) };
    scrolls = true;
  }
  return scrolls;
}

/** Whether something can be seen, in part at least. */
export function isInView(target: Range | Element): boolean {
  const place = target.getBoundingClientRect();
  return scrollersOf(startOf(target)).every((scroller) => overlap(place, scrollport(scroller)));
}

/** With what its page keeps free around it by `scroll-margin`. */
function placeOf(target: Range | Element): Stretch {
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
