/** The number below which a share of the numbers lies, 0 to 1; NaN of none. */
export const quantile = (/** @type {number[]} */ numbers, /** @type {number} */ share) =>
  numbers.toSorted((a, b) => a - b)[Math.round((numbers.length - 1) * share)] ?? NaN;

export const median = (/** @type {number[]} */ numbers) => quantile(numbers, 0.5);
