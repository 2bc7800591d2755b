import { expect } from '@open-wc/testing';
import { SpeechError } from '../../../src/speech/engine.js';
import { type ContractSubject, wait } from './subject.js';

/** What must not stop an engine from speaking. */
export function describeRobustness(subject: ContractSubject): void {
  const { speak, hear } = subject;
  let { engine, short, next, long, unusual } = subject;
  beforeEach(() => {
    ({ engine, short, next, long, unusual } = subject);
  });

  it('finishes unusual texts and can speak afterwards', async function () {
    this.timeout(30_000);
    const { duration: before } = await hear({ ...short });
    for (const [name, utterance] of Object.entries(unusual)) {
      const trace = speak(utterance);
      await trace.started;
      if (utterance.text.length > 500) {
        trace.abort();
        const { duration } = trace;
        if (duration !== undefined) await hear(utterance, duration - 1);
      }
      await trace.settled;
      if (!trace.ended && utterance.text.length < 500)
        expect(trace.error, name).to.be.instanceOf(SpeechError);
    }
    const { starts, duration: after } = await hear({ ...short });
    expect(starts).to.equal(1);
    if (before !== undefined)
      expect(after, 'Texts do not change the voice').to.be.closeTo(before, 0.05);
  });

  it('still speaks after twenty quick starts and aborts', async () => {
    for (let i = 0; i < 20; i++) {
      engine.prepare([long, short]);
      const trace = speak(i % 2 ? long : short);
      if (i % 3) await wait(i * 5);
      trace.abort();
    }
    const trace = await hear(next);
    expect(trace.starts).to.equal(1);
  });
}
