import { expect } from '@open-wc/testing';
import { waitUntil } from '../../fixtures/wait-until.js';
import type { SystemCommands } from '../../../src/speech/engine.js';
import { type ContractSubject, wait, withPause } from './subject.js';

/** How an engine reports that the system has paused or started its sound. */
export function describeSystemCommands(subject: ContractSubject, system: SystemCommands): void {
  const { speak, hear, expectSilence, expectSound } = subject;
  let { engine, short, next, long } = subject;
  let received: string[] = [];
  const awaitCommand = () => waitUntil(() => received.length > 0, 'reported', { interval: 5 });
  beforeEach(() => {
    ({ engine, short, next, long } = subject);
    received = [];
    engine.systemCommands = {
      pause: () => received.push('pause'),
      play: () => received.push('play'),
    };
  });

  describe('when the system pauses the sound', () => {
    it('it reports that, and is paused until resume', async () => {
      const trace = speak(long);
      await trace.started;
      await wait(100);
      system.pause();
      await awaitCommand();
      const reported = trace.log.length;
      await wait(250);
      expectSilence();
      expect(trace.log).to.have.lengthOf(reported);
      expect(received).to.deep.equal(['pause']);
      engine.resume();
      await trace.settled;
      expect(trace.starts).to.equal(2);
      expect(trace.ended).to.equal(true);
    });

    it('in the silence before an utterance, too', async () => {
      engine.prepare([]);
      await hear(withPause(short, 3));
      const trace = speak(next);
      await wait(100);
      expectSound();
      system.pause();
      await awaitCommand();
      await wait(900);
      expectSilence();
      expect(trace.log).to.deep.equal([]);
      expect(received).to.deep.equal(['pause']);
      engine.resume();
      await trace.settled;
      expect(trace.starts).to.equal(1);
    });

    it('while nothing is spoken, a later speak is heard', async () => {
      engine.prepare([short, next]);
      await wait(300);
      await hear(withPause(short, 3));
      system.pause();
      await wait(50);
      expect((await hear(next)).starts).to.equal(1);
    });
  });

  it('when the system starts the sound, it reports that and waits', async () => {
    const trace = speak(long);
    await trace.started;
    await wait(100);
    engine.pause();
    await wait(50);
    const reported = trace.log.length;
    system.play();
    await awaitCommand();
    await wait(250);
    expectSilence();
    expect(trace.log).to.have.lengthOf(reported);
    expect(received).to.deep.equal(['play']);
    engine.systemCommands = { play: () => engine.resume(), pause: () => undefined };
    system.play();
    await trace.settled;
    expect(trace.starts).to.equal(2);
  });

  it('a start of the sound is reported after the end of an utterance, too, and nothing is repeated', async () => {
    await hear(short);
    await wait(200);
    system.play();
    await awaitCommand();
    await wait(100);
    expectSilence();
    expect(received).to.deep.equal(['play']);
  });

  it('reports nothing that it does by itself', async () => {
    engine.prepare([short, next]);
    await hear(short);
    await hear(next);
    const trace = speak(long);
    await trace.started;
    for (let pauses = 0; pauses < 3; pauses++) {
      engine.pause();
      engine.resume();
      await wait(20);
    }
    trace.abort();
    await hear(short);
    await wait(100);
    expect(received).to.deep.equal([]);
  });
}
