import { expect, fixture, html } from '@open-wc/testing';
import '../../src/define.js';
import type { Article } from '../../src/article/article.js';
import type { VorleserArticle } from '../../src/article/vorleser-article.js';

const article: Article = {
  title: 'Ein <Titel>',
  titleSupplied: false,
  lang: 'de',
  date: '2023-09-14',
  credit: 'Text: Wir',
  source: 'Wir',
  body: [html`<p>Ein Satz.</p>`, html`<h2>Mitte</h2>`],
};

describe('<vorleser-article>', () => {
  it('renders an article as plain HTML in light DOM', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article .article=${article} article-id="story"></vorleser-article>`,
    );
    expect(element.shadowRoot).to.equal(null);
    expect(element).lightDom.to.equal(`
      <article id="story" lang="de">
        <header><h1>Ein &lt;Titel&gt;</h1></header>
        <vorleser-player for="story"></vorleser-player>
        <p>Ein Satz.</p>
        <h2>Mitte</h2>
        <footer><p>Text: Wir</p><p><time datetime="2023-09-14">14. September 2023</time></p></footer>
      </article>`);
    await expect(element).to.be.accessible();
  });

  it('keeps content that is already there', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article><p>Schon da.</p></vorleser-article>`,
    );
    const paragraph = element.firstElementChild;
    element.article = article;
    await element.updateComplete;
    expect(element.innerHTML).to.contain('<p>Schon da.</p>');
    expect(element.children).to.have.length(1);
    expect(element.firstElementChild).to.equal(paragraph);
  });
});
