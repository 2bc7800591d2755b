import { expect } from '@open-wc/testing';
import { RenderingCache } from '../../../src/speech/service/rendering-cache.js';

const rendering = { samples: new Int16Array(50), sampleRate: 24_000, words: [] };

/** A cache with room for three renderings, and a log of what it requested. */
function setUp() {
  const asked: string[] = [];
  const signals = new Map<string, AbortSignal>();
  const store = new RenderingCache((key, signal) => {
    asked.push(key);
    signals.set(key, signal);
    if (key === 'bad') return Promise.reject(new Error('bad'));
    if (key !== 'slow') return Promise.resolve(rendering);
    return new Promise((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason), { once: true }),
    );
  }, 300);
  return { store, asked, signals };
}

describe('RenderingCache', () => {
  it('makes one request for a key that is requested twice', async () => {
    const { store, asked } = setUp();
    await Promise.all([store.get('a'), store.get('a')]);
    await store.get('a');
    expect(asked).to.deep.equal(['a']);
    expect(store.peek('a')).to.equal(rendering);
    expect(store.peek('b')).to.equal(undefined);
  });

  it('keeps the most recently used renderings, as far as there is room', async () => {
    const { store, asked } = setUp();
    for (const key of ['a', 'b', 'c', 'a', 'd']) await store.get(key);
    expect(['a', 'b', 'c', 'd'].filter((key) => store.peek(key))).to.deep.equal(['a', 'c', 'd']);
    await store.get('b');
    expect(asked).to.deep.equal(['a', 'b', 'c', 'd', 'b']);
  });

  it('does not keep failures', async () => {
    const { store, asked } = setUp();
    for (let i = 0; i < 2; i++)
      expect(await store.get('bad').catch((error: Error) => error.message)).to.equal('bad');
    expect(asked).to.deep.equal(['bad', 'bad']);
  });

  it('aborts a request that is no longer needed, and repeats it when it is needed again', async () => {
    const { store, asked, signals } = setUp();
    const first = store.get('slow').catch((error: Error) => error.name);
    store.abortAllExcept(new Set(['slow']));
    expect(signals.get('slow')?.aborted).to.equal(false);
    store.abortAllExcept(new Set());
    const second = store.get('slow').catch((error: Error) => error.name);
    expect(await first).to.equal('AbortError');
    expect(signals.get('slow')?.aborted).to.equal(false);
    store.abortAllExcept(new Set());
    expect(await second).to.equal('AbortError');
    expect(asked).to.deep.equal(['slow', 'slow']);
  });
});
