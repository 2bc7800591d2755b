import { expect, fixture, html } from '@open-wc/testing';
import { parseArticle } from '../../src/article/markdown.js';

const FRONT =
  '---\ntitle: Ein Titel\nlang: de\ndate: 2023-09-14\ncredit: "Text: Wir"\nsource: Wir\n---\n';

async function bodyOf(markdown: string): Promise<string> {
  const { body } = parseArticle(FRONT + markdown);
  const { innerHTML } = await fixture(html`<div>${body}</div>`);
  return innerHTML.replace(/<!--.*?-->/g, '').replace(/>\s+</g, '><');
}

describe('parseArticle', () => {
  it('reads the front matter', () => {
    const article = parseArticle(FRONT.replace('lang', 'title-supplied: true\nlang'));
    expect(article).to.deep.include({
      title: 'Ein Titel',
      titleSupplied: true,
      lang: 'de',
      date: '2023-09-14',
      credit: 'Text: Wir',
      source: 'Wir',
    });
  });

  it('reads a lead if there is one', () => {
    expect(parseArticle(FRONT)).not.to.have.property('lead');
    expect(parseArticle(FRONT.replace('lang', 'lead: Worum es geht.\nlang'))).to.include({
      lead: 'Worum es geht.',
    });
  });

  it('renders headings, paragraphs, lists and inline markup', async () => {
    expect(
      await bodyOf(
        'Ein *schöner* und **ganzer** Satz.\n\n## Mitte\n\n- eins\n- zwei\n\n> Zitat [hier](https://example.org).',
      ),
    ).to.equal(
      '<p>Ein <em>schöner</em> und <strong>ganzer</strong> Satz.</p><h2>Mitte</h2><ul><li>eins</li><li>zwei</li></ul>' +
        '<blockquote><p>Zitat <a href="https://example.org">hier</a>.</p></blockquote>',
    );
  });

  it('splits a long article into parts of a hundred blocks', async () => {
    const body = await fixture<HTMLElement>(
      html`<div>${parseArticle(FRONT + 'Ein Satz.\n\n'.repeat(250)).body}</div>`,
    );
    expect([...body.children].map((part) => part.childElementCount)).to.deep.equal([100, 100, 50]);
    expect(body.querySelectorAll('.part > p')).to.have.length(250);
  });

  it('does not split an article of a hundred blocks', async () => {
    expect(await bodyOf('Ein Satz.\n\n'.repeat(100))).to.equal('<p>Ein Satz.</p>'.repeat(100));
  });

  it('escapes markup in the text', async () => {
    expect(await bodyOf('Drei \\< fünf & „Söhne“.')).to.equal(
      '<p>Drei &lt; fünf &amp; „Söhne“.</p>',
    );
  });

  it('reports what is wrong with an article', () => {
    expect(() => parseArticle('Nur Text.')).to.throw('no front matter');
    expect(() => parseArticle('---\ntitle: T\n---\nText.')).to.throw('no lang');
    expect(() => parseArticle(FRONT + '# Zweiter Titel')).to.throw('level 2 or 3');
    expect(() => parseArticle(FRONT + '<script>alert(1)</script>')).to.throw('not supported');
    expect(() => parseArticle(FRONT + '[x](javascript:alert)')).to.throw('no web address');
  });
});
