import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import { playerFor } from '../fixtures/player.js';

/** What is on the console about the player. */
const lines = (stub: sinon.SinonStub) =>
  stub.args.map(([line]) => String(line)).filter((line) => line.startsWith('vorleser: '));

/** Loads the player's code, as a listener does who is about to press play. */
const approach = (player: HTMLElement) => player.dispatchEvent(new Event('pointerenter'));

describe('the console', () => {
  let stub: sinon.SinonStub;
  beforeEach(() => (stub = sinon.stub(console, 'error')));
  afterEach(() => sinon.restore());

  it('names an element that `for` does not find, once', async () => {
    for (let players = 0; players < 2; players++) {
      const { player } = await playerFor('<p>Kurz.</p>', { for: 'stroy' });
      player.play().catch(() => undefined);
      approach(player);
    }
    await waitUntil(() => lines(stub).length > 0, 'it is named', { timeout: 8000 });
    await aTimeout(300);
    expect(lines(stub)).to.have.length(1);
    expect(lines(stub)[0]).to.match(/<vorleser-player for="stroy">.* Set for to the id/);
  }).timeout(10_000);

  it('does not complain of an article that arrives late', async () => {
    const { player, page } = await playerFor('<p>Kurz.</p>', { for: 'late' });
    player.play().catch(() => undefined);
    await aTimeout(500);
    page.insertAdjacentHTML('beforeend', '<article id="late"><p>Da.</p></article>');
    await aTimeout(2000);
    expect(lines(stub)).to.deep.equal([]);
  }).timeout(5000);

  it('says that a recording has no track', async () => {
    const { page } = await playerFor('<p>Kurz.</p>', { for: 'text' });
    page.insertAdjacentHTML(
      'beforeend',
      '<vorleser-player><audio controls preload="none" src="a.mp3"></audio></vorleser-player>',
    );
    await waitUntil(() => lines(stub).length > 0, 'it is said');
    expect(lines(stub)[0]).to.match(/<audio> in <vorleser-player> has no <track kind="metadata">/);
  });

  it('names an unknown engine, once, and no other', async () => {
    const engines = 'recording azure browser embeded constructor embedded';
    for (let players = 0; players < 2; players++) {
      const { player } = await playerFor('<p>Kurz.</p>', { engines });
      await player.play();
      player.pause();
    }
    expect(lines(stub)).to.have.length(2);
    expect(lines(stub)[0]).to.contain('there is no engine "embeded". The engines are');
    expect(lines(stub)[1]).to.contain('there is no engine "constructor"');
  });
});
