/**
 * What a playback is doing.
 *
 * - `idle`: not started, or stopped
 * - `loading`: an engine is being found or loaded
 * - `starting`: a cue was given to an engine and is not heard yet
 * - `speaking`: a cue is heard
 * - `paused`: silent, with its position kept
 * - `ended`: the last cue has been heard
 * - `failed`: no engine could speak
 */
export type State = 'idle' | 'loading' | 'starting' | 'speaking' | 'paused' | 'ended' | 'failed';

/** Whether speech was requested and is audible or about to be. */
export function isReading(state: State): boolean {
  return state === 'loading' || state === 'starting' || state === 'speaking';
}
