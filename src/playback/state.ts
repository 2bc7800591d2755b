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

/**
 * The events that change the state. Caused by the listener: `play`, `pause`, `stop`, `seek`. Caused by an engine: `ready` (it
 * is loaded), `start` (a cue is heard), `end` (a cue has been heard and another follows), `lost` (it cannot speak and another is
 * tried), `finish` (nothing is left to read), `fail` (no engine is left).
 */
export type Transition =
  'play' | 'pause' | 'stop' | 'seek' | 'ready' | 'start' | 'end' | 'lost' | 'finish' | 'fail';

const TRANSITIONS: Record<State, Partial<Record<Transition, State>>> = {
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

/** The next state, or undefined where a transition has no meaning in a state. */
export function nextState(state: State, transition: Transition): State | undefined {
  return TRANSITIONS[state][transition];
}

/** Whether speech was requested and is audible or about to be. */
export function isReading(state: State): boolean {
  return state === 'loading' || state === 'starting' || state === 'speaking';
}
