import { type Axis, type Box, type Extent, extentOf, gap, inset, moved, overlap } from './box.js';
import { coversOver } from './covers.js';
import { type ScrollContext, scrollContextsOf } from './scroll-context.js';
import { addScrollRoom } from './scroll-room.js';
import { ancestorsOf, isRoom, scrollport, viewportOf } from './viewport.js';

/** How far a target must move towards the start of a port to be where it should be, in CSS px. */
type Alignment = (target: Extent, port: Extent) => number;

/** The axis along which lines follow each other, and the one along which they run. */
interface Axes {
  readonly block: Axis;
  readonly inline: Axis;
}

/** The share of a port's size that stays free before a target at its start. */
const MARGIN = 0.15;

/** The longest distance of a smooth scroll, in sizes of the port. Over a longer distance, the text would only flash by. */
const NEAR = 2;

/** How often a place is looked for that nothing covers. Each time, another bar may have been found: two at each edge. */
const TRIES = 5;

/** Near the start, from both sides, so that the text that follows is in view as well. */
export const nearStart: Alignment = (target, port) => {
  if (target.start >= port.start && target.end <= port.end) return 0;
  const size = port.end - port.start;
  const rest = size - (target.end - target.start);
  return target.start - port.start - Math.min(size * MARGIN, Math.max(0, rest / 2));
};

/** The shortest way. A target larger than the port stays where it is while part of it can be seen. */
export const nearest: Alignment = (target, port) => {
  const [before, after] = [port.start - target.start, target.end - port.end];
  const fits = target.end - target.start <= port.end - port.start;
  if (!fits && target.start < port.end && target.end > port.start) return 0;
  if (before > 0) return -before;
  return Math.max(0, after);
};

/** The shortest way, or to the start of a target that is larger than the port: along its lines, text is read from there. */
const nearestFromStart: Alignment = (target, port) =>
  target.end - target.start > port.end - port.start
    ? target.start - port.start
    : nearest(target, port);

/**
 * Scrolls a target into view in all its scroll containers, clear of what covers it. Across its lines it is aligned as
 * required, along them by the shortest way.
 *
 * @returns whether anything is scrolled
 */
export function bringIntoView(
  target: Range | Element,
  align: Alignment,
  behavior: ScrollBehavior,
): boolean {
  const axes = axesOf(blockOf(target));
  let place = withScrollMargin(target);
  let scrolls = false;
  for (const context of scrollContextsOf(startOf(target))) {
    place = moved(place, context.offset.x, context.offset.y);
    const { x, y } = wayWithRoom(place, context, axes, align);
    // Browsers do not scroll by fractions of a pixel.
    if (Math.max(Math.abs(x), Math.abs(y)) < 1) continue;
    const { scrollLeft, scrollTop, clientWidth, clientHeight } = context.scroller;
    const isFar = Math.abs(x) > NEAR * clientWidth || Math.abs(y) > NEAR * clientHeight;
    context.scroller.scrollTo({
      left: scrollLeft + x,
      top: scrollTop + y,
      behavior: isFar ? 'instant' : behavior,
    });
    place = moved(place, -x, -y);
    scrolls = true;
  }
  return scrolls;
}

/** Whether at least part of a target is in view, and not covered. */
export function isInView(target: Range | Element): boolean {
  const axes = axesOf(blockOf(target));
  let place: Box = target.getBoundingClientRect();
  return scrollContextsOf(startOf(target)).every((context) => {
    place = moved(place, context.offset.x, context.offset.y);
    const port = scrollport(context.scroller);
    return overlap(place, port) && overlap(place, without(coversOver(place, context), port, axes));
  });
}

/** How far a target is from being in view, in CSS px. */
export function distanceToView(target: Range | Element): number {
  let place: Box = target.getBoundingClientRect();
  return scrollContextsOf(startOf(target)).reduce((distance, { scroller, offset }) => {
    place = moved(place, offset.x, offset.y);
    return Math.max(distance, gap(place, viewportOf(scroller.ownerDocument)));
  }, 0);
}

/** How far to scroll a container, in CSS px, after making room for that at the end of the page where it is needed. */
function wayWithRoom(place: Box, context: ScrollContext, axes: Axes, align: Alignment) {
  const way = wayTo(place, context, axes, align);
  const isPage = context.scroller === document.scrollingElement;
  if (way.missing < 1 || !isPage || !canScroll(context.scroller)) return way;
  addScrollRoom(way.missing);
  return wayTo(place, context, axes, align);
}

/** How far to scroll a container, in CSS px, so that nothing covers the place then, and how far down it cannot be scrolled for that. */
function wayTo(place: Box, context: ScrollContext, { block, inline }: Axes, align: Alignment) {
  let port = scrollport(context.scroller);
  for (let tries = 1; ; tries++) {
    const way = { x: 0, y: 0 };
    way[block.name] = block.direction * align(extentOf(place, block), extentOf(port, block));
    way[inline.name] =
      inline.direction * nearestFromStart(extentOf(place, inline), extentOf(port, inline));
    const { x, y } = limited(context.scroller, way);
    const reached = moved(place, -x, -y);
    const covers = coversOver(reached, context);
    const clear = without(covers, port, { block, inline });
    if (clear !== port && tries < TRIES) {
      port = clear;
      continue;
    }
    const isShort = covers.length > 0 && block.name === 'y';
    return {
      x,
      y,
      missing: isShort ? nearest(extentOf(reached, block), extentOf(port, block)) : 0,
    };
  }
}

/** The part of a port beside what covers it. What leaves no room to read is ignored: scrolling does not help against it. */
function without(covers: readonly Box[], port: Box, { block, inline }: Axes): Box {
  return covers.reduce((free, cover) => {
    if (!overlap(cover, free)) return free;
    return [block, inline].map(({ name }) => beside(cover, free, name)).find(isRoom) ?? free;
  }, port);
}

/** The larger part of a box at one side of a cover. */
function beside(cover: Box, box: Box, axis: Axis['name']): Box {
  if (axis === 'x')
    return cover.left - box.left > box.right - cover.right
      ? { ...box, right: cover.left }
      : { ...box, left: cover.right };
  return cover.top - box.top > box.bottom - cover.bottom
    ? { ...box, bottom: cover.top }
    : { ...box, top: cover.bottom };
}

/** Whether a reader can scroll a container. */
export function canScroll(scroller: Element): boolean {
  const { width, height } = rangeOf(scroller);
  return width > 0 || height > 0;
}

/** As far as a reader can scroll a container, so that they can come back. */
function limited(scroller: Element, { x, y }: { x: number; y: number }) {
  const { scrollLeft, scrollTop } = scroller;
  const { left, width, height } = rangeOf(scroller);
  return {
    x: width > 0 ? Math.max(left, Math.min(scrollLeft + x, left + width)) - scrollLeft : 0,
    y: height > 0 ? Math.max(0, Math.min(scrollTop + y, height)) - scrollTop : 0,
  };
}

/** The range of the scroll position, in CSS px; 0 along an axis that a reader cannot scroll. */
function rangeOf(scroller: Element) {
  const { overflowX, overflowY, writingMode, direction } = styleOfScrolling(scroller);
  const { scrollWidth, scrollHeight, clientWidth, clientHeight } = scroller;
  const width = isHidden(overflowX) ? 0 : Math.max(0, scrollWidth - clientWidth);
  const height = isHidden(overflowY) ? 0 : Math.max(0, scrollHeight - clientHeight);
  const startsRight =
    writingMode.endsWith('-rl') || (writingMode === 'horizontal-tb' && direction === 'rtl');
  return { left: startsRight ? -width : 0, width, height };
}

function isHidden(overflow: string): boolean {
  return overflow === 'hidden' || overflow === 'clip';
}

/**
 * The style that determines how an element scrolls: the page's direction is that of the body, and its overflow is, too, unless the
 * root element has one. See https://drafts.csswg.org/css-writing-modes-4/#principal-flow
 */
function styleOfScrolling(scroller: Element) {
  const style = getComputedStyle(scroller);
  const { body, documentElement, scrollingElement } = scroller.ownerDocument;
  if (scroller !== scrollingElement) return style;
  const ofBody = getComputedStyle(body);
  const ofRoot = getComputedStyle(documentElement);
  const { overflowX, overflowY } = ofRoot.overflowY === 'visible' ? ofBody : ofRoot;
  return { writingMode: ofBody.writingMode, direction: ofBody.direction, overflowX, overflowY };
}

function axesOf(block: Element): Axes {
  const { writingMode, direction } = getComputedStyle(block);
  const along = direction === 'rtl' ? -1 : 1;
  if (writingMode === 'horizontal-tb')
    return { block: { name: 'y', direction: 1 }, inline: { name: 'x', direction: along } };
  return {
    block: { name: 'x', direction: writingMode.endsWith('-rl') ? -1 : 1 },
    inline: { name: 'y', direction: along },
  };
}

function withScrollMargin(target: Range | Element): Box {
  const style = getComputedStyle(blockOf(target));
  return inset(target.getBoundingClientRect(), {
    top: -parseFloat(style.scrollMarginTop),
    right: -parseFloat(style.scrollMarginRight),
    bottom: -parseFloat(style.scrollMarginBottom),
    left: -parseFloat(style.scrollMarginLeft),
  });
}

function startOf(target: Range | Element): Node {
  return target instanceof Range ? target.startContainer : target;
}

function blockOf(target: Range | Element): Element {
  const around = ancestorsOf(startOf(target));
  return (
    around.find((element) => getComputedStyle(element).display !== 'inline') ??
    document.documentElement
  );
}
