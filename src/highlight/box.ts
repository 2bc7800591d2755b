/** A rectangle, in CSS px from the upper left corner of a viewport. */
export interface Box {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** The two edges of something along an axis, in CSS px. */
export interface Extent {
  readonly start: number;
  readonly end: number;
}

/** An axis, and in which direction text advances along it: to the right or down (1), to the left or up (-1). */
export interface Axis {
  readonly name: 'x' | 'y';
  readonly direction: 1 | -1;
}

/** The extent of a box along an axis; it grows in the direction of the text. */
export function extentOf({ top, right, bottom, left }: Box, { name, direction }: Axis): Extent {
  const [low, high] = name === 'x' ? [left, right] : [top, bottom];
  return direction === 1 ? { start: low, end: high } : { start: -high, end: -low };
}

export function overlap(one: Box, other: Box): boolean {
  return (
    one.top < other.bottom &&
    one.bottom > other.top &&
    one.left < other.right &&
    one.right > other.left
  );
}

export function moved({ top, right, bottom, left }: Box, x: number, y: number): Box {
  return { top: top + y, right: right + x, bottom: bottom + y, left: left + x };
}

/** A box made smaller by a length at each side. */
export function inset(box: Box, by: Box): Box {
  return {
    top: box.top + by.top,
    right: box.right - by.right,
    bottom: box.bottom - by.bottom,
    left: box.left + by.left,
  };
}

export function intersection(one: Box, other: Box): Box {
  return {
    top: Math.max(one.top, other.top),
    right: Math.min(one.right, other.right),
    bottom: Math.min(one.bottom, other.bottom),
    left: Math.max(one.left, other.left),
  };
}

/** The distance between two boxes along the axis on which they are farther apart, in CSS px; 0 if they touch. */
export function gap(one: Box, other: Box): number {
  return Math.max(
    0,
    one.top - other.bottom,
    other.top - one.bottom,
    one.left - other.right,
    other.left - one.right,
  );
}
