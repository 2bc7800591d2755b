import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { Attempt } from '../../src/playback/attempt.js';
import type { SpeakOptions, Utterance } from '../../src/speech/engine.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

const utterance: Utterance = {
  text: 'Ein Satz mit fünfzig Zeichen, der drei Sekunden dauert.',
  lang: 'de',
  pause: 0,
};

describe('Attempt', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
  });
  afterEach(() => clock.restore());

  function begin(
    engine: ScriptedEngine,
    other: ScriptedEngine | null = new ScriptedEngine('other'),
    waited = 0,
  ) {
    const attempt = new Attempt(engine, utterance, () => Promise.resolve(other), waited);
    const log: string[] = [];
    const controller = new AbortController();
    const spoken = attempt
      .speak(0, {
        signal: controller.signal,
        onStart: () => log.push('start'),
        onWord: ({ start, end }) => log.push(`word ${start}-${end}`),
      })
      .then(
        () => log.push('end'),
        (error: Error) => log.push(error.message),
      );
    return { attempt, log, spoken, controller };
  }

  it('ends when the engine has finished speaking', async () => {
    const { log, spoken } = begin(new ScriptedEngine());
    await clock.runAllAsync();
    await spoken;
    expect(log).to.deep.equal(['start', 'word 0-1', 'end']);
  });

  it('gives up an engine that does not start within 2 seconds if another one could', async () => {
    const { log } = begin(new ScriptedEngine('mute', 'hang'));
    await clock.tickAsync(1990);
    expect(log).to.deep.equal([]);
    await clock.tickAsync(20);
    expect(log).to.deep.equal(['mute did not start in time']);
  });

  describe('of an engine whose sound has to arrive', () => {
    const buffered = (isBuffered: () => boolean) =>
      Object.assign(new ScriptedEngine('slow', 'hang'), { isBuffered });

    it('is given up after 500 ms, or sooner if the listener has waited before', async () => {
      const { log } = begin(buffered(() => false));
      await clock.tickAsync(490);
      expect(log).to.deep.equal([]);
      await clock.tickAsync(20);
      expect(log).to.deep.equal(['slow did not start in time']);

      const other = begin(
        buffered(() => false),
        undefined,
        400,
      );
      await clock.tickAsync(90);
      expect(other.log).to.deep.equal([]);
      await clock.tickAsync(20);
      expect(other.log).to.deep.equal(['slow did not start in time']);
    });

    it('gets the usual time once the sound has arrived', async () => {
      let isThere = false;
      const { log } = begin(buffered(() => isThere));
      await clock.tickAsync(400);
      isThere = true;
      await clock.tickAsync(2000);
      expect(log).to.deep.equal([]);
      await clock.tickAsync(200);
      expect(log).to.deep.equal(['slow did not start in time']);
    });

    it('is given up soon when the sound stalls', async () => {
      let stall: SpeakOptions['onStall'];
      const engine = buffered(() => false);
      engine.speak = (_, options) => {
        options.onStart(3);
        stall = (stalled) => options.onStall?.(stalled);
        return new Promise(() => {});
      };
      const { log } = begin(engine);
      await clock.tickAsync(1000);
      stall?.(true);
      await clock.tickAsync(450);
      stall?.(false);
      await clock.tickAsync(1000);
      expect(log).to.deep.equal(['start']);
      stall?.(true);
      await clock.tickAsync(510);
      expect(log).to.deep.equal(['start', 'slow did not start in time']);
    });
  });

  for (const [script, loadsAfter, lostAfter] of [
    ['hang', 700, 2000],
    ['hold', 9860, 11_160],
  ] as const)
    it(`loads the next engine before it gives up one that does not ${script === 'hang' ? 'start' : 'end'}`, async () => {
      const other = new ScriptedEngine('other');
      const load = sinon.stub(other, 'load').rejects(new Error('no network'));
      const { log } = begin(new ScriptedEngine('late', script), other);
      await clock.tickAsync(loadsAfter - 20);
      expect(load.callCount).to.equal(0);
      await clock.tickAsync(40);
      expect(load.callCount).to.equal(1);
      await clock.tickAsync(lostAfter - loadsAfter);
      expect(log.at(-1)).to.match(/^late did not/);
    });

  it('waits longer, but not forever, if there is no other engine', async () => {
    const { log } = begin(new ScriptedEngine('mute', 'hang'), null);
    await clock.tickAsync(15_000);
    expect(log).to.deep.equal([]);
    await clock.tickAsync(10_000);
    expect(log).to.deep.equal(['mute did not start']);
  });

  it('gives up an engine that has not ended long after it should have', async () => {
    const { log } = begin(new ScriptedEngine('endless', 'hold'));
    await clock.tickAsync(8000);
    expect(log).to.deep.equal(['start']);
    await clock.tickAsync(5000);
    expect(log).to.deep.equal(['start', 'endless did not end']);
  });

  it('waits longer at a lower rate', async () => {
    const engine = new ScriptedEngine('slow', 'hold');
    const { attempt, log } = begin(engine);
    await clock.tickAsync(10);
    engine.rate = 0.1;
    attempt.rateChanged();
    await clock.tickAsync(30_000);
    expect(log).to.deep.equal(['start']);
    await clock.tickAsync(60_000);
    expect(log).to.deep.equal(['start', 'slow did not end']);
  });

  it('does not count the time of a pause', async () => {
    const engine = new ScriptedEngine('held', 'hold');
    const { attempt, log } = begin(engine);
    await clock.tickAsync(10);
    attempt.pause();
    await clock.tickAsync(3_600_000);
    expect(log).to.deep.equal(['start']);
    engine.resume = () => undefined;
    attempt.resume();
    await clock.tickAsync(2010);
    expect(log).to.deep.equal(['start', 'held did not start in time']);
  });

  it('fails if an engine ends without starting, or returns no promise', async () => {
    const engine = new ScriptedEngine('quick');
    engine.speak = () => Promise.resolve();
    const quick = begin(engine);
    await quick.spoken;
    expect(quick.log).to.deep.equal(['quick ended without a start']);
    const odd = new ScriptedEngine('odd');
    odd.speak = () => undefined as unknown as Promise<void>;
    const { log, spoken } = begin(odd);
    await spoken;
    expect(log).to.have.length(1);
  });

  it('ends at once when it is aborted, and ignores what the engine reports afterwards', async () => {
    const engine = new ScriptedEngine('deaf');
    let report: () => void = () => undefined;
    engine.speak = (_, options) => {
      options.onStart();
      report = () => {
        options.onStart();
        options.onWord({ start: 0, end: 3 });
      };
      return new Promise(() => undefined);
    };
    const { log, spoken, controller } = begin(engine);
    controller.abort(new Error('aborted'));
    await spoken;
    report();
    expect(log).to.deep.equal(['start', 'aborted']);
    expect(clock.countTimers()).to.equal(0);
  });

  it('reports no word outside the text, or before the start', async () => {
    const engine = new ScriptedEngine('liar');
    engine.speak = (_, options) => {
      options.onWord({ start: 0, end: 3 });
      options.onStart();
      for (const [start, end] of [
        [-1, 3],
        [4, 4],
        [0, 999],
        [4, 8],
      ] as const)
        options.onWord({ start, end });
      return Promise.resolve();
    };
    const { log, spoken } = begin(engine);
    await spoken;
    expect(log).to.deep.equal(['start', 'word 4-8', 'end']);
  });
});
