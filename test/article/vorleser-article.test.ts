import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import '../../src/define.js';
import type { Article } from '../../src/article/article.js';
import type { VorleserArticle } from '../../src/article/vorleser-article.js';
import { createNarration } from '../../src/narration/index.js';

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
        <header>
          <h1>Ein &lt;Titel&gt;</h1>
          <div class="dateline" data-vorleser="skip">
            <span class="credit">Text: Wir</span>
            <time datetime="2023-09-14">14. September 2023</time>
          </div>
        </header>
        <vorleser-player for="story"></vorleser-player>
        <p>Ein Satz.</p>
        <h2>Mitte</h2>
      </article>`);
    await expect(element).to.be.accessible();
  });

  it('shows a lead between headline and dateline', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article
        .article=${{ ...article, lead: 'Worum es geht.' }}
      ></vorleser-article>`,
    );
    const header = [...element.querySelectorAll('header > *')];
    expect(header.map(({ localName, className }) => `${localName}.${className}`)).to.deep.equal([
      'h1.',
      'p.lead',
      'div.dateline',
    ]);
    expect(header[1]).to.have.text('Worum es geht.');
    await expect(element).to.be.accessible();
  });

  it('has the recording in its player', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article .article=${article} recording="ton/text"></vorleser-article>`,
    );
    expect(element.querySelector('vorleser-player > audio')).dom.to.equal(`
      <audio controls data-reader="computer" preload="none">
        <source src="ton/text.opus" type="audio/ogg; codecs=opus">
        <source src="ton/text.mp3" type="audio/mpeg">
        <track kind="metadata" src="ton/text.vtt">
      </audio>`);
  });

  it('writes the date in the language of the article', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article .article=${{ ...article, lang: 'en-GB' }}></vorleser-article>`,
    );
    expect(element.querySelector('time')).to.have.text('14 September 2023');
  });

  it('has headline, lead and text read aloud, without credit and date', async () => {
    const element = await fixture<VorleserArticle>(
      html`<vorleser-article
        .article=${{ ...article, lead: 'Worum es geht.' }}
      ></vorleser-article>`,
    );
    // The player in the article shows how long it takes, and who reads.
    await waitUntil(() =>
      element.querySelector('vorleser-player')?.shadowRoot?.querySelector('[part=time]'),
    );
    const narration = createNarration(element.querySelector('article')!);
    await narration.cutAll();
    expect(narration.cues.map(({ text }) => text)).to.deep.equal([
      'Ein <Titel>',
      'Worum es geht.',
      'Ein Satz.',
      'Mitte',
    ]);
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
