import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { Highlighter } from '../../src/highlight/highlighter.js';
import { OverlayPainter } from '../../src/highlight/overlay-painter.js';

/** The painter's boxes over the page, in CSS px from the upper left corner of the viewport. */
function boxes(): { left: number; top: number; width: number; height: number }[] {
  const hosts = [...document.documentElement.children].filter(({ shadowRoot }) => shadowRoot);
  return hosts.flatMap((host) =>
    [...(host.shadowRoot as ShadowRoot).children].map((box) => {
      const { left, top, width, height } = box.getBoundingClientRect();
      return { left, top, width, height };
    }),
  );
}

function rangeOver(node: Node): Range {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range;
}

/** Expects one box at the lower edge of each line of a range. */
function expectBelow(range: Range): void {
  const rects = [...range.getClientRects()];
  expect(boxes().map(({ top }) => Math.round(top))).to.deep.equal(
    rects.map(({ bottom }) => Math.round(bottom)),
  );
  expect(boxes().map(({ left }) => Math.round(left))).to.deep.equal(
    rects.map(({ left }) => Math.round(left)),
  );
}

describe('OverlayPainter', () => {
  let painter: OverlayPainter;
  beforeEach(() => {
    painter = new OverlayPainter();
  });
  afterEach(() => {
    painter.clear();
  });

  it('draws a line below each line of the text, and a thicker one below the word', async () => {
    const text = await fixture(html`<p style="width: 8em">Ein Satz, der umbrochen wird.</p>`);
    const before = document.body.innerHTML;
    const range = rangeOver(text);
    painter.paint('sentence', range);
    expect(boxes().length).to.be.above(1);
    expectBelow(range);
    expect(boxes()[0]?.height).to.equal(2);
    painter.paint('word', rangeOver(text));
    expect(boxes().at(-1)?.height).to.equal(4);
    expect(document.body.innerHTML).to.equal(before);
  });

  it('is hidden from assistive technology and from the pointer', async () => {
    const text = await fixture(html`<p>Ein Satz.</p>`);
    painter.paint('sentence', rangeOver(text));
    const host = document.documentElement.lastElementChild as HTMLElement;
    expect(host.getAttribute('aria-hidden')).to.equal('true');
    expect(getComputedStyle(host).pointerEvents).to.equal('none');
  });

  it('restores the page once nothing is highlighted', async () => {
    const text = await fixture(html`<p>Ein Satz.</p>`);
    const before = document.documentElement.children.length;
    painter.paint('sentence', rangeOver(text));
    painter.paint('word', rangeOver(text));
    painter.paint('sentence', null);
    expect(document.documentElement.children).to.have.length(before + 1);
    painter.paint('word', null);
    expect(document.documentElement.children).to.have.length(before);
  });

  it('follows the text when it moves on the page', async () => {
    const element = await fixture(
      html`<div>
        <p>Davor.</p>
        <p>Ein Satz.</p>
      </div>`,
    );
    const [first, second] = element.children as unknown as [HTMLElement, HTMLElement];
    const range = rangeOver(second);
    painter.paint('sentence', range);
    await nextFrame();
    first.style.height = '200px';
    await aTimeout(100);
    expectBelow(range);
  });

  it('follows the text when its container is scrolled, and is not visible outside of it', async () => {
    const scroller = await fixture(html`
      <div style="height: 100px; overflow: auto">
        <p style="margin: 60px 0 500px">Ein Satz.</p>
      </div>
    `);
    const range = rangeOver(scroller.querySelector('p') as Element);
    painter.paint('sentence', range);
    scroller.scrollTop = 30;
    await aTimeout(100);
    expectBelow(range);
    scroller.scrollTop = 300;
    await aTimeout(100);
    expect(boxes()).to.have.length(0);
  });

  it('has the colour and the z-index of the text', async () => {
    const text = await fixture(html`
      <div style="position: relative; z-index: 7"><p style="color: rgb(1, 2, 3)">Ein Satz.</p></div>
    `);
    painter.paint('sentence', rangeOver(text.querySelector('p') as Element));
    const host = document.documentElement.lastElementChild as HTMLElement;
    expect(getComputedStyle(host).zIndex).to.equal('7');
    const box = host.shadowRoot?.firstElementChild as Element;
    expect(getComputedStyle(box).borderTopColor).to.equal('rgb(1, 2, 3)');
  });

  it('underlines the text of inline elements, not their boxes', async () => {
    const text = await fixture(html`
      <p>Ein <code style="padding: 9px">hoher</code> Satz im <em>Text</em>.</p>
    `);
    painter.paint('sentence', rangeOver(text));
    const bottoms = boxes().map(({ top }) => top);
    expect(bottoms.length).to.be.within(5, 6);
    expect(Math.max(...bottoms) - Math.min(...bottoms)).to.be.below(6);
  });
});

describe('Highlighter without the CSS Custom Highlight API', () => {
  const real = Object.getOwnPropertyDescriptor(CSS, 'highlights') as PropertyDescriptor;
  beforeEach(() => {
    delete (CSS as { highlights?: unknown }).highlights;
  });
  afterEach(() => {
    Object.defineProperty(CSS, 'highlights', real);
  });

  it('draws lines once their code is loaded', async () => {
    const text = await fixture(html`<p>Ein Satz.</p>`);
    const highlighter = new Highlighter();
    highlighter.markSentence(rangeOver(text));
    await waitUntil(() => boxes().length === 1);
    highlighter.markWord(rangeOver(text));
    expect(boxes()).to.have.length(2);
    highlighter.configure('word', 'page');
    expect(boxes()).to.have.length(1);
    highlighter.clear();
    expect(boxes()).to.have.length(0);
  });
});
