import { type SpeechEngine, SpeechError } from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { EnginePatience, START_PATIENCE } from './engine-watchdog.js';

/** How much longer an engine that none could take over from may load without any progress, in milliseconds. */
const LAST_PATIENCE = 15_000;

interface LoadOptions {
  /** Called with the share that has arrived, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Finds the engine that would take over. */
  readonly findOther?: () => Promise<SpeechEngine | null>;
}

/**
 * Loads an engine, as long as it gets on.
 *
 * @throws a SpeechError, or the signal's reason
 */
export async function loadEngine(
  engine: SpeechEngine,
  signal: AbortSignal,
  { onProgress, findOther = () => Promise.resolve(null) }: LoadOptions = {},
): Promise<void> {
  const patience = new EnginePatience(findOther);
  const stalled = Promise.withResolvers<never>();
  const lose = () =>
    stalled.reject(new SpeechError('network', `${engine.name} could not be loaded in time`));
  const wait = () => patience.forOther(START_PATIENCE, LAST_PATIENCE, lose);
  const loading = engine.load((share) => {
    if (signal.aborted) return;
    wait();
    onProgress?.(Math.min(Math.max(share || 0, 0), 1));
  });
  wait();
  try {
    await unlessAborted(Promise.race([loading, stalled.promise]), signal);
  } finally {
    patience.end();
  }
}
