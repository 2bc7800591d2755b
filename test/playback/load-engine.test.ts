import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { loadEngine } from '../../src/playback/load-engine.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

describe('loadEngine', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => clock.restore());

  /** Loads an engine that reports progress at these times, in milliseconds, and never finishes loading. */
  function begin(steps: readonly number[], other: ScriptedEngine | null) {
    const engine = new ScriptedEngine('late');
    engine.load = (onProgress?: (share: number) => void) => {
      for (const step of steps) setTimeout(() => onProgress?.(step / 10_000), step);
      return new Promise(() => undefined);
    };
    const lost: string[] = [];
    loadEngine(engine, new AbortController().signal, {
      findSuccessor: () => Promise.resolve(other),
    }).catch((error: Error) => lost.push(error.message));
    return lost;
  }

  it('loads the next engine while it waits, then fails so that the next one takes over', async () => {
    const other = new ScriptedEngine('other');
    const load = sinon.spy(other, 'load');
    const lost = begin([], other);
    await clock.tickAsync(680);
    expect(load.callCount).to.equal(0);
    await clock.tickAsync(40);
    expect(load.callCount).to.equal(1);
    await clock.tickAsync(1270);
    expect(lost).to.deep.equal([]);
    await clock.tickAsync(20);
    expect(lost).to.deep.equal(['late could not be loaded in time']);
  });

  it('waits while the engine makes progress', async () => {
    const lost = begin([1500, 3000, 4500], new ScriptedEngine('other'));
    await clock.tickAsync(6490);
    expect(lost).to.deep.equal([]);
    await clock.tickAsync(20);
    expect(lost).to.have.length(1);
  });

  it('waits longer, but not forever, if there is no other engine', async () => {
    const lost = begin([], null);
    await clock.tickAsync(16_900);
    expect(lost).to.deep.equal([]);
    await clock.tickAsync(200);
    expect(lost).to.have.length(1);
    expect(clock.countTimers()).to.equal(0);
  });
});
