import type { State } from './state.js';

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
