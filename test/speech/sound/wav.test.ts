import { expect } from '@open-wc/testing';
import { wavOf } from '../../../src/speech/sound/wav.js';

describe('wavOf', () => {
  it('returns a file that the browser decodes to the same samples', async () => {
    const rate = 22050;
    const tone = Int16Array.from({ length: rate / 2 }, (_, i) => 10_000 * Math.sin(i / 10));
    const file = wavOf([tone, new Int16Array(rate / 2)], rate);
    const decoded = await new OfflineAudioContext(1, 1, rate).decodeAudioData(
      await file.arrayBuffer(),
    );
    expect(decoded.duration).to.equal(1);
    expect(decoded.getChannelData(0)[100]).to.be.closeTo((tone[100] ?? 0) / 32768, 0.001);
    expect(decoded.getChannelData(0)[rate - 10]).to.equal(0);
  });
});
