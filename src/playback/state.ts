/**
 * What a playback is doing.
 *
 * - `idle`: nothing was asked for, or it was stopped
 * - `loading`: it was asked to read and an engine is being found or loaded
 * - `starting`: a cue was handed to an engine and is not heard yet
 * - `speaking`: a cue is heard
 * - `paused`: it was silenced at its place
 * - `ended`: the last cue has been heard
 * - `failed`: no engine could speak
 */
export type State = 'idle' | 'loading' | 'starting' | 'speaking' | 'paused' | 'ended' | 'failed';

/**
 * What can happen to it. By a person: `play`, `pause`, `stop`, `seek`. By an engine: `ready` (it is loaded), `start` (a cue
 * is heard), `end` (a cue has been heard and another follows), `lost` (it cannot speak and another is tried), `finish`
 * (nothing is left to read), `fail` (no engine is left).
 */
export type Happening =
  'play' | 'pause' | 'stop' | 'seek' | 'ready' | 'start' | 'end' | 'lost' | 'finish' | 'fail';

const TRANSITIONS: Record<State, Partial<Record<Happening, State>>> = {
  idle: { play: 'loading', seek: 'idle' },
  loading: {
    ready: 'starting',
    lost: 'loading',
    seek: 'loading',
    pause: 'paused',
    stop: 'idle',
    finish: 'ended',
    fail: 'failed',
  },
  starting: {
    start: 'speaking',
    end: 'starting',
    lost: 'loading',
    seek: 'loading',
    pause: 'paused',
    stop: 'idle',
    finish: 'ended',
    fail: 'failed',
  },
  speaking: {
    start: 'speaking',
    end: 'starting',
    lost: 'loading',
    seek: 'loading',
    pause: 'paused',
    stop: 'idle',
    finish: 'ended',
    fail: 'failed',
  },
  paused: { play: 'loading', seek: 'paused', stop: 'idle' },
  ended: { play: 'loading', seek: 'paused', stop: 'idle' },
  failed: { play: 'loading', seek: 'failed', stop: 'idle' },
};

/** The state that follows, or undefined where a happening means nothing in a state. */
export function nextState(state: State, happening: Happening): State | undefined {
  return TRANSITIONS[state][happening];
}

/** Whether a state is one of reading: a person asked for sound, and it is there or on its way. */
export function isReading(state: State): boolean {
  return state === 'loading' || state === 'starting' || state === 'speaking';
}
