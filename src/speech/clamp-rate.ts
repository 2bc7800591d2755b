import type { Abilities } from './engine.js';

/** The rate nearest to one that is wished. */
export function clampRate(rate: number, [lowest, highest]: Abilities['rates']): number {
  return Math.min(Math.max(rate, lowest), highest);
}
