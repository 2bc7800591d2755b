import { type SpeechEngine, SpeechError } from '../speech/engine.js';
import { unlessAborted } from '../speech/unless-aborted.js';
import { BUFFER_TIMEOUT, EngineWatchdog, START_TIMEOUT } from './engine-watchdog.js';

/** How much longer an engine without a successor may load without any progress, in milliseconds. */
const EXTRA_TIMEOUT = 15_000;

interface LoadOptions {
  /** Receives the loaded share, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  /** Finds the engine that would take over. */
  readonly findSuccessor?: () => Promise<SpeechEngine | null>;
}

/**
 * Loads an engine, and waits while it makes progress.
 *
 * @throws a SpeechError, or the signal's reason
 */
export async function loadEngine(
  engine: SpeechEngine,
  signal: AbortSignal,
  { onProgress, findSuccessor = () => Promise.resolve(null) }: LoadOptions = {},
): Promise<void> {
  const watchdog = new EngineWatchdog(findSuccessor);
  const stalled = Promise.withResolvers<never>();
  const onTimeout = () =>
    stalled.reject(new SpeechError('timeout', `${engine.name} could not be loaded in time`));
  const patience = engine.isBuffered ? BUFFER_TIMEOUT : START_TIMEOUT;
  const startWatchdog = () => watchdog.startUnlessLast(patience, EXTRA_TIMEOUT, onTimeout);
  const loading = engine.load((share) => {
    if (signal.aborted) return;
    startWatchdog();
    onProgress?.(Math.min(Math.max(share || 0, 0), 1));
  });
  startWatchdog();
  try {
    await unlessAborted(Promise.race([loading, stalled.promise]), signal);
  } finally {
    watchdog.stop();
  }
}
