import { expect, fixture, html } from '@open-wc/testing';
import { linkTo } from '../../src/page/sentence-link.js';

describe('linkTo', () => {
  let article: HTMLElement;
  const address = location.href;

  const directive = (element: Element | undefined, start: number, end: number) => {
    const range = document.createRange();
    range.setStart(element?.firstChild as Text, start);
    range.setEnd(element?.firstChild as Text, end);
    return linkTo(range).split(':~:text=')[1];
  };

  beforeEach(async () => {
    article = await fixture(html`
      <article>
        <p>Über-80-Jährige, Kinder &amp; Gäste sind da. Und dann ging er.</p>
        <p>Vorher war nichts. Und dann ging er.</p>
      </article>
    `);
  });
  afterEach(() => history.replaceState(null, '', address));

  it('returns the page’s address with the encoded text', () => {
    const [first] = article.querySelectorAll('p');
    expect(directive(first, 0, 40)).to.equal(
      '%C3%9Cber%2D80%2DJ%C3%A4hrige%2C%20Kinder%20%26%20G%C3%A4ste%20sind%20da.',
    );
  });

  it('adds context to a sentence that occurs twice', () => {
    const [first, second] = article.querySelectorAll('p');
    expect(directive(first, 41, 58)).to.match(
      /^G%C3%A4ste%20sind%20da\.-,Und%20dann%20ging%20er\.,-Vorher/,
    );
    expect(directive(second, 19, 36)).to.equal('nichts.-,Und%20dann%20ging%20er.');
  });

  it('keeps the page’s own fragment', () => {
    history.replaceState(null, '', '#/artikel/5');
    const range = document.createRange();
    range.selectNodeContents(article.querySelectorAll('p')[1] as Element);
    expect(linkTo(range)).to.match(/#\/artikel\/5:~:text=/);
  });
});
