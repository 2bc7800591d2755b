import { expect, fixture, html } from '@open-wc/testing';
import { keepInView } from '../../src/page/keep-in-view.js';

const topOf = (element: Element) => element.getBoundingClientRect().top;

/** A tall page with a button above a sentence; the elements before and between them can grow. */
async function setUp() {
  const page = await fixture<HTMLElement>(html`
    <div style="overflow-anchor: none">
      <div class="before" style="height: 1000px"></div>
      <button style="display: block; height: 40px">Größer</button>
      <div class="between" style="height: 100px"></div>
      <p style="height: 40px; margin: 0">Ein Satz.</p>
      <div style="height: 3000px"></div>
    </div>
  `);
  const get = (selector: string) => page.querySelector(selector) as HTMLElement;
  scrollTo(0, 0);
  scrollTo(0, topOf(get('button')) - 200);
  const grow = (selector: string, by: number) => () => {
    get(selector).style.height = `${get(selector).offsetHeight + by}px`;
  };
  return { button: get('button'), sentence: get('p'), grow };
}

describe('keepInView', () => {
  beforeEach(() => (document.documentElement.style.overflowAnchor = 'none'));
  afterEach(() => {
    document.documentElement.style.overflowAnchor = '';
    scrollTo(0, 0);
  });

  it('keeps the focused control where it is', async () => {
    const { button, sentence, grow } = await setUp();
    button.focus();
    keepInView(sentence, grow('.before', 700));
    expect(topOf(button)).to.be.closeTo(200, 1);
    expect(topOf(sentence)).to.be.closeTo(340, 1);
  });

  it('keeps the sentence where it is if no control in view has the focus', async () => {
    const { button, sentence, grow } = await setUp();
    keepInView(sentence, grow('.between', 700));
    expect(topOf(sentence)).to.be.closeTo(340, 1);
    expect(topOf(button)).to.be.below(0);
  });

  it('scrolls the sentence back into view, as far as the control stays in view', async () => {
    const { button, sentence, grow } = await setUp();
    button.focus();
    keepInView(sentence, grow('.between', innerHeight - 350));
    expect(sentence.getBoundingClientRect().bottom).to.be.closeTo(innerHeight, 1);
    expect(topOf(button)).to.be.within(0, 200);
    keepInView(sentence, grow('.between', 2000));
    expect(topOf(button)).to.be.closeTo(0, 1);
  });

  it('keeps the sentence clear of the bars of the page', async () => {
    const { button, sentence, grow } = await setUp();
    const bar = await fixture(
      html`<div style="position: fixed; inset: auto 0 0; height: 150px; background: #ccc"></div>`,
    );
    button.focus();
    keepInView(sentence, grow('.between', innerHeight - 350));
    expect(sentence.getBoundingClientRect().bottom).to.be.closeTo(topOf(bar), 1);
    expect(topOf(button)).to.be.within(0, 200);
  });

  it('scrolls the container in which the sentence is', async () => {
    const { sentence, grow } = await setUp();
    const container = sentence.parentElement as HTMLElement;
    container.style.cssText = 'height: 400px; overflow: auto; overflow-anchor: none';
    scrollTo(0, 0);
    container.scrollTo(0, 950);
    const top = topOf(sentence);
    keepInView(sentence, grow('.between', 70));
    expect(topOf(sentence)).to.be.closeTo(top, 1);
    expect(container.scrollTop).to.be.closeTo(1020, 1);
    expect(scrollY).to.equal(0);
  });

  it('does not scroll if neither is in view', async () => {
    const { button, sentence, grow } = await setUp();
    button.focus();
    scrollTo(0, 0);
    keepInView(sentence, grow('.before', 700));
    expect(scrollY).to.equal(0);
  });
});
