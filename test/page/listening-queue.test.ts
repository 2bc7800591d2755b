import { expect, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import { listeningQueue, MOST_ARTICLES } from '../../src/page/listening-queue.js';
import { forgetSettings } from '../../src/settings/forget-settings.js';
import { KEY, QUEUE, settings } from '../../src/settings/store.js';

const article = (address: string, title = `Artikel ${address}`) => ({ address, title, minutes: 2 });
const addresses = () => listeningQueue.articles.map((each) => each.address);

function fill(...all: string[]): void {
  for (const address of all) listeningQueue.add(article(address));
}

describe('the queue', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => {
    sinon.restore();
    forgetSettings();
  });

  it('keeps articles in the entry of the settings, each once', () => {
    fill('/a', '/b', '/a');
    expect(addresses()).to.deep.equal(['/a', '/b']);
    expect(listeningQueue.isStored).to.equal(true);
    const entry = JSON.parse(localStorage.getItem(KEY) ?? '') as Record<string, unknown>;
    expect(entry[QUEUE]).to.deep.equal([article('/a'), article('/b')]);
  });

  it('moves articles, at most to an end', () => {
    fill('/a', '/b', '/c');
    listeningQueue.move('/c', -1);
    expect(addresses()).to.deep.equal(['/a', '/c', '/b']);
    listeningQueue.move('/a', -1);
    listeningQueue.move('/b', 5);
    listeningQueue.move('/nowhere', 1);
    expect(addresses()).to.deep.equal(['/a', '/c', '/b']);
  });

  it('removes articles, and puts them back to their place', () => {
    fill('/a', '/b', '/c');
    const undo = listeningQueue.remove('/b');
    expect(addresses()).to.deep.equal(['/a', '/c']);
    undo();
    undo();
    expect(addresses()).to.deep.equal(['/a', '/b', '/c']);
    listeningQueue.remove('/nowhere')();
    expect(addresses()).to.deep.equal(['/a', '/b', '/c']);
  });

  it('is bounded, in number and length', () => {
    fill(...Array.from({ length: MOST_ARTICLES }, (_, index) => `/${index}`));
    expect(listeningQueue.add(article('/more'))).to.equal(false);
    expect(listeningQueue.add(article('/1'))).to.equal(true);
    expect(addresses()).to.have.length(MOST_ARTICLES);
    listeningQueue.remove('/1');
    expect(listeningQueue.add(article(`/${'x'.repeat(2000)}`))).to.equal(false);
    expect(listeningQueue.add(article('/long', '😀'.repeat(500)))).to.equal(true);
    const title = listeningQueue.articles.at(-1)?.title ?? '';
    expect(title.length).to.be.below(210);
    expect(title.isWellFormed()).to.equal(true);
  });

  it('ignores stored addresses of other sites', () => {
    const hostile = [
      'https://other.example/',
      '//other.example/',
      '/\\other.example/',
      'javascript:alert(1)',
      '/\t/other.example/',
      'relative',
      '',
      7,
      null,
    ];
    const entries: unknown[] = hostile.map((address) => article(address as string));
    settings.keep({
      [QUEUE]: [...entries, null, 'x', [], { address: '/a' }, { ...article('/b'), minutes: 'x' }],
    });
    for (const { address } of listeningQueue.articles)
      expect(new URL(address, location.href).origin).to.equal(location.origin);
    expect(addresses().filter((address) => !address.startsWith('/\t'))).to.deep.equal([]);
    settings.keep({ [QUEUE]: { length: 3 } });
    expect(addresses()).to.deep.equal([]);
    fill('/good');
    expect(addresses()).to.deep.equal(['/good']);
  });

  it('survives where the browser refuses its storage or has no room, and knows it', () => {
    for (const name of ['SecurityError', 'QuotaExceededError']) {
      const stub = sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('', name));
      fill('/a');
      expect(addresses()).to.deep.equal(['/a']);
      expect(listeningQueue.isStored).to.equal(false);
      stub.restore();
      forgetSettings();
    }
    sinon.stub(Storage.prototype, 'getItem').throws(new DOMException('', 'SecurityError'));
    expect(addresses()).to.deep.equal([]);
    expect(listeningQueue.isStored).to.equal(false);
  });

  it('is forgotten with the settings and positions, and comes back with them', () => {
    fill('/a');
    const undo = forgetSettings();
    expect(addresses()).to.deep.equal([]);
    undo();
    expect(addresses()).to.deep.equal(['/a']);
  });

  it('reports what this tab and others change', async () => {
    const changed = oneEvent(listeningQueue, 'change');
    fill('/a');
    await changed;
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const fromOther = oneEvent(listeningQueue, 'change');
    const other = { version: 1, [QUEUE]: [article('/b')] };
    frame.contentWindow?.localStorage.setItem(KEY, JSON.stringify(other));
    await fromOther;
    expect(addresses()).to.deep.equal(['/b']);
    frame.remove();
  });
});
