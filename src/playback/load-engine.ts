import { type SpeechEngine, SpeechError } from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { Patience } from './patience.js';

/** How long an engine may load without any progress, in milliseconds. */
const LOAD_PATIENCE = 15_000;

/**
 * Loads an engine, as long as it gets on.
 *
 * @param onProgress called with the share that has arrived, 0 to 1
 * @throws a SpeechError, or the signal's reason
 */
export async function loadEngine(
  engine: SpeechEngine,
  signal: AbortSignal,
  onProgress: (share: number) => void = () => undefined,
): Promise<void> {
  const patience = new Patience();
  const stalled = Promise.withResolvers<never>();
  const wait = () =>
    patience.for(LOAD_PATIENCE, () =>
      stalled.reject(new SpeechError('network', `${engine.name} could not be loaded in time`)),
    );
  const loading = engine.load((share) => {
    if (signal.aborted) return;
    wait();
    onProgress(Math.min(Math.max(share || 0, 0), 1));
  });
  wait();
  try {
    await unlessAborted(Promise.race([loading, stalled.promise]), signal);
  } finally {
    patience.end();
  }
}
