import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import { articleKey } from '../../src/page/article-key.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';

describe('articleKey', () => {
  const { href } = location;
  afterEach(() => history.replaceState(null, '', href));

  const keyAt = async (address: string) => {
    history.replaceState(null, '', address);
    const player = await fixture<VorleserPlayer>(html`<vorleser-player></vorleser-player>`);
    const key = articleKey(player);
    player.remove();
    return key;
  };

  it('is the path and the query of the page', async () => {
    expect(await keyAt('/news/putin?id=7&page=2#top')).to.equal('/news/putin?id=7&page=2');
  });

  it('includes the route of an application that keeps it in the fragment', async () => {
    expect(await keyAt('/app#/news/2')).to.equal('/app#/news/2');
    expect(await keyAt('/app#!news')).to.equal('/app#!news');
  });

  it('omits tracking parameters', async () => {
    expect(await keyAt('/news?utm_source=mail&id=7&fbclid=x&gclid=y&msclkid=z')).to.equal(
      '/news?id=7',
    );
    expect(await keyAt('/news?utm_campaign=spring')).to.equal('/news');
  });

  it('differs for each article of a page', async () => {
    history.replaceState(null, '', '/news');
    const page = await fixture(html`
      <div>
        <article>Eins. <vorleser-player></vorleser-player></article>
        <article>Zwei. <vorleser-player></vorleser-player></article>
        <vorleser-player for="third"></vorleser-player>
        <article id="third">Drei.</article>
      </div>
    `);
    const players = [...page.querySelectorAll('vorleser-player')] as VorleserPlayer[];
    expect(players.map(articleKey)).to.deep.equal(['/news', '/news#2', '/news#third']);
  });
});
