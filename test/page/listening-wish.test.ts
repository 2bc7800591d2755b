import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { takeWish, WISH, wishToListen } from '../../src/page/listening-wish.js';
import { playerFor } from '../fixtures/player.js';

const here = () => new URL(location.href);

/** An address of this page with another path. */
function at(path: string): URL {
  const url = here();
  url.pathname += path;
  return url;
}

describe('the wish to listen', () => {
  const { href } = location;
  before(() => history.replaceState(null, '', `/artikel${location.search}`));
  after(() => history.replaceState(null, '', href));
  afterEach(() => {
    sinon.restore();
    sessionStorage.clear();
  });

  it('is granted once, for the article at its address', async () => {
    const { player } = await playerFor();
    expect(takeWish(player)).to.equal(false);
    wishToListen(here());
    expect(takeWish(player)).to.equal(true);
    expect(takeWish(player)).to.equal(false);
  });

  it('does without tracking parameters, anchors and a slash at the end', async () => {
    const { player } = await playerFor();
    for (const change of [
      (url: URL) => url.searchParams.set('utm_source', 'x'),
      (url: URL) => (url.hash = '#text'),
      (url: URL) => (url.pathname += '/'),
      (url: URL) => (url.pathname += '/index.html'),
    ]) {
      const url = here();
      change(url);
      wishToListen(url);
      expect(takeWish(player), url.href).to.equal(true);
    }
  });

  it('is not granted in another page, and is forgotten there', async () => {
    const { player } = await playerFor();
    const query = here();
    query.searchParams.set('seite', '2');
    for (const url of [at('/other'), query, new URL('/', location.href)]) {
      wishToListen(url);
      expect(takeWish(player), url.href).to.equal(false);
      expect(sessionStorage.getItem(WISH)).to.equal(null);
    }
  });

  it('is for one player of a page', async () => {
    const { page, player } = await playerFor();
    page.insertAdjacentHTML('beforeend', '<vorleser-player for="second"></vorleser-player>');
    const second = page.lastElementChild as typeof player;
    const url = here();
    url.hash = '#second';
    wishToListen(url);
    expect(takeWish(second)).to.equal(true);
    wishToListen(here());
    expect(takeWish(second)).to.equal(false);
    wishToListen(here());
    expect(takeWish(player)).to.equal(true);
  });

  it('expires', async () => {
    const { player } = await playerFor();
    wishToListen(here());
    const now = Date.now();
    const clock = sinon.stub(Date, 'now').returns(now + 61_000);
    expect(takeWish(player)).to.equal(false);
    clock.returns(now + 120_000);
    wishToListen(here());
    clock.returns(now);
    expect(takeWish(player)).to.equal(false);
  });

  it('survives a refused storage and whatever else is stored there', async () => {
    const { player } = await playerFor();
    for (const stored of [
      '',
      'x',
      'null',
      '[]',
      '{"address":7,"at":1}',
      '{"address":"//x.example"}',
    ]) {
      sessionStorage.setItem(WISH, stored);
      expect(takeWish(player), stored).to.equal(false);
    }
    const setItem = sinon.stub(Storage.prototype, 'setItem').throws(new DOMException());
    wishToListen(here());
    setItem.restore();
    sinon.stub(Storage.prototype, 'getItem').throws(new DOMException());
    expect(takeWish(player)).to.equal(false);
  });
});
