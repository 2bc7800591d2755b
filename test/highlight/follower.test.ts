import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { Follower } from '../../src/highlight/follower.js';
import { overlays } from '../../src/highlight/viewport.js';

describe('Follower', () => {
  let ranges: Range[];
  let follows: boolean;
  let away: boolean[];
  let follower: Follower;

  const sentences = (element: Element) =>
    Array.from(element.querySelectorAll('p'), (paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return range;
    });
  const sentence = (index: number) => ranges[index] as Range;
  const boxOf = (index: number) => sentence(index).getBoundingClientRect();
  const inView = (index: number) => boxOf(index).top >= 0 && boxOf(index).bottom <= innerHeight;
  const settled = () => aTimeout(1000);
  const paragraphs = Array.from(
    { length: 100 },
    (_, i) => html`<p style="height: 40px; margin: 0">Satz ${i}.</p>`,
  );
  /** The first frame of a smooth scrolling is late on a busy machine. */
  const untilScrolling = () => waitUntil(() => scrollY > 0, 'it scrolls', { interval: 5 });
  /** Scrolls as a reader does, without notice to the follower. */
  const readerScrolls = async (top: number, scroller: Element | Window = window) => {
    scroller.scrollTo({ top, behavior: 'instant' });
    await settled();
  };

  beforeEach(async () => {
    follows = true;
    away = [];
    follower = new Follower({ follows: () => follows, onAway: (is) => away.push(is) });
    ranges = sentences(await fixture(html`<div>${paragraphs}</div>`));
    scrollTo(0, 0);
    await aTimeout(50);
  });
  afterEach(() => {
    follower.stop();
    document.documentElement.removeAttribute('style');
  });

  it('keeps the sentence in view, and scrolls only when it has to', async () => {
    follower.follow(sentence(0));
    follower.follow(sentence(2));
    await settled();
    expect(scrollY).to.equal(0);
    follower.follow(sentence(40));
    await waitUntil(() => inView(40));
    expect(away).to.deep.equal([]);
  });

  it('catches up with a voice that is faster than the scrolling', async () => {
    for (let index = 0; index < 80; index += 8) {
      follower.follow(sentence(index));
      await aTimeout(40);
    }
    follower.follow(sentence(80));
    await waitUntil(() => inView(80));
    expect(away).to.deep.equal([]);
  });

  it('stops scrolling once the reader has scrolled away, and reports it', async () => {
    follower.follow(sentence(0));
    await readerScrolls(3000);
    expect(away).to.deep.equal([true]);
    follower.follow(sentence(1));
    await settled();
    expect(scrollY).to.equal(3000);
  });

  it('stays where it is while the page is held, but goes to a sentence that was asked for', async () => {
    follower.stop();
    let isHeld = true;
    follower = new Follower({ follows: () => true, isHeld: () => isHeld, onAway: () => undefined });
    follower.follow(sentence(40));
    await settled();
    expect(scrollY).to.equal(0);
    follower.goTo(sentence(50));
    await waitUntil(() => inView(50));
    isHeld = false;
    follower.follow(sentence(90));
    await waitUntil(() => inView(90));
  });

  it('stays where the reader has scrolled before the first sentence was heard', async () => {
    follower.start();
    await readerScrolls(3000);
    expect(away).to.deep.equal([]);
    follower.follow(sentence(0));
    await settled();
    expect(scrollY).to.equal(3000);
    expect(away).to.deep.equal([true]);
  });

  it('does not interrupt a reader who is scrolling', async () => {
    follower.follow(sentence(0));
    scrollTo({ top: 3000, behavior: 'instant' });
    await aTimeout(50);
    follower.follow(sentence(1));
    await settled();
    expect(scrollY).to.equal(3000);
    expect(away).to.deep.equal([true]);
  });

  it('lets the reader interrupt its scrolling', async () => {
    follower.follow(sentence(0));
    follower.follow(sentence(95));
    await untilScrolling();
    document.dispatchEvent(new WheelEvent('wheel'));
    scrollTo({ top: 0, behavior: 'instant' });
    await settled();
    expect(away).to.deep.equal([true]);
  });

  it('lets the reader drag the scrollbar during its scrolling, although no event reports that', async () => {
    follower.follow(sentence(0));
    follower.follow(sentence(95));
    await untilScrolling();
    await aTimeout(150);
    await readerScrolls(0);
    expect(away).to.deep.equal([true]);
    expect(inView(95)).to.equal(false);
  });

  it('follows again when the reader comes back', async () => {
    follower.follow(sentence(0));
    await readerScrolls(3000);
    await readerScrolls(0);
    expect(away).to.deep.equal([true, false]);
    follower.follow(sentence(50));
    await waitUntil(() => inView(50));
  });

  it('follows again when the voice reaches the reader', async () => {
    follower.follow(sentence(0));
    await readerScrolls(2000);
    follower.follow(sentence(52));
    await waitUntil(() => away.length === 2);
    expect(away).to.deep.equal([true, false]);
    follower.follow(sentence(90));
    await waitUntil(() => inView(90));
  });

  it('scrolls to the sentence on request, and after a seek', async () => {
    follower.follow(sentence(0));
    await readerScrolls(3000);
    follower.reveal();
    await waitUntil(() => inView(0));
    await settled();
    await readerScrolls(3000);
    follower.goTo(sentence(2));
    await waitUntil(() => inView(2));
    expect(away).to.deep.equal([true, false, true, false]);
  });

  it('does not scroll if following is switched off, except on request', async () => {
    follows = false;
    follower.follow(sentence(0));
    follower.follow(sentence(60));
    await settled();
    expect(scrollY).to.equal(0);
    expect(away).to.deep.equal([true]);
    follower.goTo(sentence(80));
    await settled();
    expect(scrollY).to.equal(0);
    follower.reveal();
    await waitUntil(() => inView(80));
    expect(away).to.deep.equal([true, false]);
  });

  it('keeps clear of a sticky header, by the page’s scroll-padding', async () => {
    document.documentElement.style.scrollPadding = '200px 0 20%';
    follower.follow(sentence(0));
    follower.follow(sentence(40));
    await settled();
    expect(boxOf(40).top).to.be.at.least(200);
    await readerScrolls(scrollY + boxOf(40).top - 100);
    expect(away).to.deep.equal([true]);
  });

  it('respects the page’s scroll-margin', async () => {
    (sentence(1).startContainer as HTMLElement).style.scrollMarginBottom = `${innerHeight}px`;
    follower.follow(sentence(1));
    await waitUntil(() => boxOf(1).top === 0);
  });

  it('keeps clear of overlays', async () => {
    const bar = await fixture(
      html`<div style="position: fixed; bottom: 0; height: 200px; width: 100%"></div>`,
    );
    overlays.add(bar);
    const below = ranges.findIndex(
      (range) => range.getBoundingClientRect().bottom > innerHeight - 150,
    );
    follower.follow(sentence(below));
    await settled();
    expect(boxOf(below).bottom).to.be.at.most(innerHeight - 200);
    overlays.delete(bar);
  });

  it('scrolls nested scroll containers', async () => {
    const page = await fixture(html`
      <div>
        <div style="height: 3000px"></div>
        <div class="outer" style="height: 400px; overflow: auto">
          <div style="height: 1000px"></div>
          <div class="inner" style="height: 300px; overflow: auto">${paragraphs}</div>
        </div>
        <div style="height: 3000px"></div>
      </div>
    `);
    ranges = sentences(page);
    const [outer, inner] = ['.outer', '.inner'].map((name) => page.querySelector(name) as Element);
    follower.follow(sentence(50));
    await settled();
    const box = (inner as Element).getBoundingClientRect();
    expect(inView(50)).to.equal(true);
    expect(boxOf(50).top).to.be.at.least(box.top);
    expect(boxOf(50).bottom).to.be.at.most(box.bottom);
    expect(outer?.scrollTop).to.be.above(0);
    await readerScrolls(0, inner);
    expect(away).to.deep.equal([true]);
  });

  it('forgets that the reader scrolled away when it stops', async () => {
    follower.follow(sentence(0));
    await readerScrolls(3000);
    follower.stop();
    expect(away).to.deep.equal([true, false]);
    await readerScrolls(2000);
    expect(away).to.deep.equal([true, false]);
  });
});
