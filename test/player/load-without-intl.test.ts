import { aTimeout, expect, fixture } from '@open-wc/testing';

describe('The load of a page', () => {
  it('constructs nothing of Intl before anybody listens, which would take Chromium up to 94 ms', async () => {
    const constructed: string[] = [];
    for (const name of Object.getOwnPropertyNames(Intl) as (keyof typeof Intl)[]) {
      const original: unknown = Intl[name];
      if (typeof original !== 'function' || !original.prototype) continue;
      const counted = new Proxy(original, {
        construct(target, args, newTarget) {
          constructed.push(name);
          return Reflect.construct(target, args, newTarget) as object;
        },
      });
      Object.defineProperty(Intl, name, { value: counted });
    }
    await import('../../src/define.js');
    const { LANGUAGES } = await import('../../src/locales/locales.js');
    for (const lang of LANGUAGES)
      await fixture(
        `<main lang=${lang}><vorleser-player lang=${lang}></vorleser-player><article><h1>Eins</h1><p>Zwei. Drei.</p></article></main>`,
      );
    await aTimeout(500);
    expect(constructed).to.deep.equal([]);
  });
});
