import { unlessAborted } from './unless-aborted.js';

/** Waits for a number of milliseconds; rejects with the signal's reason if that is aborted first. */
export function delay(milliseconds: number, signal: AbortSignal): Promise<void> {
  return unlessAborted(new Promise((resolve) => setTimeout(resolve, milliseconds)), signal);
}
