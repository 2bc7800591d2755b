import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { articleAddress } from '../../src/page/article-key.js';
import { listeningQueue } from '../../src/page/listening-queue.js';
import { checkNextArticle, nextArticle } from '../../src/page/next-article.js';
import { playerFor } from '../fixtures/player.js';

describe('the next article', () => {
  let reports: sinon.SinonStub;
  beforeEach(() => (reports = sinon.stub(console, 'error')));
  afterEach(() => sinon.restore());

  /** What comes after the article of a player with a `next-article`, among other elements of its page. */
  async function next(names: string, others = '') {
    const { player, page } = await playerFor('<h1>Eins</h1><p>Text.</p>', {
      'next-article': names,
    });
    page.insertAdjacentHTML('beforeend', others);
    const found = nextArticle(player, articleAddress(player));
    const { target } = found ?? {};
    page.remove();
    return (
      found && {
        title: found.title,
        at: target instanceof URL ? target.href : `#${target?.element.id}`,
      }
    );
  }

  const ARTICLES =
    '<article id="b"><h2> Zwei\n &amp; <em>mehr</em> </h2></article><article id="c" class="c" aria-label="Drei">Text</article>';

  it('is an element of the page, by its id or a selector', async () => {
    expect(await next('b', ARTICLES)).to.deep.equal({ title: 'Zwei & mehr', at: '#b' });
    expect(await next('.c', ARTICLES)).to.deep.equal({ title: 'Drei', at: '#c' });
  });

  it('is a page of this origin, by its address or a link', async () => {
    const { origin } = location;
    expect(await next('/zwei?x=1')).to.deep.equal({ title: '', at: `${origin}/zwei?x=1` });
    expect(await next('./zwei')).to.deep.include({ at: `${origin}/zwei` });
    expect(await next('?seite=2')).to.deep.include({ at: `${origin}/?seite=2` });
    expect(await next(`${origin}/zwei`, '<a href="/zwei"> Zwei </a>')).to.deep.equal({
      title: 'Zwei',
      at: `${origin}/zwei`,
    });
    const link = '<a class="next" href="/zwei#unten"><b>Zwei</b> &lt;img src=x&gt;</a>';
    expect(await next('a.next', link)).to.deep.equal({
      title: 'Zwei <img src=x>',
      at: `${origin}/zwei#unten`,
    });
    expect(reports.args).to.deep.equal([]);
  });

  it('is the one after the current one in a list, and none after the last', async () => {
    expect(await next('text b c', ARTICLES)).to.deep.include({ at: '#b' });
    expect(await next(' b\n text   c ', ARTICLES)).to.deep.include({ at: '#c' });
    expect(await next('b c text', ARTICLES)).to.equal(null);
    expect(await next('c b', ARTICLES)).to.deep.include({ at: '#c' });
    const { pathname, search } = location;
    expect(await next(`/x ${pathname}${search} /y`)).to.deep.include({
      at: `${location.origin}/y`,
    });
    expect(await next('')).to.equal(null);
    expect(reports.args).to.deep.equal([]);
  });

  it('is the one after one that is gone, which is reported once', async () => {
    for (let times = 0; times < 2; times++)
      expect(await next('removed b', ARTICLES)).to.deep.include({ at: '#b' });
    expect(reports.args).to.have.length(1);
    expect(reports.args[0]?.[0]).to.match(/nothing in the page matches "removed". Name an id/);
  });

  it('is never of another origin, nor code', async () => {
    const addresses = ['https://other.example/', '//other.example/x', 'http://', 'javascript:x'];
    for (const address of addresses) expect(await next(address), address).to.equal(null);
    expect(reports.args).to.have.length(addresses.length);
    expect(String(reports.args[0])).to.contain('is not an address of this origin. Only pages of');
    for (const href of ['https://other.example/a', 'javascript:x()', 'data:text/html,x'])
      expect(await next('a.bad', `<a class="bad" href="${href}">Fremd</a>`), href).to.equal(null);
    for (const names of ['<b>', '][', 'p:::x']) expect(await next(names)).to.equal(null);
  });

  it('is checked when play is pressed, but for articles that may still arrive', async () => {
    const { player } = await playerFor('<p>Text.</p>', {
      'next-article': 'late https://a.example',
    });
    checkNextArticle(player);
    expect(reports.args).to.have.length(1);
    expect(String(reports.args[0])).to.contain('https://a.example');
  });

  it('is that of the listener’s queue after an article of the queue, else what the page names', async () => {
    const { player } = await playerFor();
    const here = articleAddress(player);
    // The next player is the first one of the page again.
    player.remove();
    const add = (address: string) => listeningQueue.add({ address, title: address, minutes: null });
    add('/a');
    expect(await next('b', ARTICLES)).to.deep.include({ at: '#b' });
    expect(await next('')).to.deep.include({ title: '/a', at: `${location.origin}/a` });
    add(here);
    add('/z');
    expect(await next('b', ARTICLES)).to.deep.include({ title: '/z' });
    listeningQueue.remove('/z');
    expect(await next('b', ARTICLES)).to.deep.include({ title: '/a' });
    listeningQueue.remove('/a');
    expect(await next('b', ARTICLES)).to.deep.include({ at: '#b' });
    expect(await next('')).to.equal(null);
  });
});
