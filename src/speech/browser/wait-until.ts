import { delay } from '../delay.js';
import { unlessAborted } from '../unless-aborted.js';

/** Waits until a time on the clock of performance.now(); rejects with the signal's reason when aborted. */
export async function waitUntilTime(time: number, signal: AbortSignal): Promise<void> {
  signal.throwIfAborted();
  const milliseconds = time - performance.now();
  if (milliseconds > 0) await delay(milliseconds, signal);
}

/** Waits until the page is visible; rejects with the signal's reason when aborted. */
export async function waitUntilVisible(signal: AbortSignal): Promise<void> {
  while (document.hidden) {
    const changed = new Promise<void>((resolve) =>
      document.addEventListener('visibilitychange', () => resolve(), { once: true, signal }),
    );
    await unlessAborted(changed, signal);
  }
}
