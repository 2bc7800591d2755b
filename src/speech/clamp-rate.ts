import type { Abilities } from './engine.js';

/** The rate closest to the requested one that a voice supports. */
export function clampRate(rate: number, [lowest, highest]: Abilities['rates']): number {
  return Math.min(Math.max(rate, lowest), highest);
}
