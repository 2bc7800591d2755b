import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { Follower } from '../../src/highlight/follow.js';

describe('Follower', () => {
  let ranges: Range[];
  const inView = (range: Range | undefined) => {
    const { top, bottom } = (range as Range).getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  const settled = () => new Promise((resolve) => setTimeout(resolve, 700));

  beforeEach(async () => {
    const element = await fixture(
      html`<div>
        ${Array.from({ length: 100 }, (_, i) => html`<p style="height: 40px">Satz ${i}.</p>`)}
      </div>`,
    );
    ranges = Array.from(element.querySelectorAll('p'), (paragraph) => {
      const range = document.createRange();
      range.selectNodeContents(paragraph);
      return range;
    });
    scrollTo(0, 0);
  });

  it('keeps what is heard in view', async () => {
    const follower = new Follower();
    follower.follow(ranges[0] ?? null);
    expect(scrollY).to.equal(0);
    follower.follow(ranges[40] ?? null);
    await waitUntil(() => inView(ranges[40]));
  });

  it('leaves a reader who has scrolled away where they are, until the voice comes there', async () => {
    const follower = new Follower();
    follower.follow(ranges[0] ?? null);
    scrollTo({ top: 3000, behavior: 'instant' });
    follower.follow(ranges[1] ?? null);
    await settled();
    expect(scrollY).to.equal(3000);
    scrollTo({ top: 0, behavior: 'instant' });
    follower.follow(ranges[50] ?? null);
    await waitUntil(() => inView(ranges[50]));
  });

  it('shows where the listener went, wherever they were', async () => {
    const follower = new Follower();
    follower.follow(ranges[0] ?? null);
    scrollTo({ top: 3000, behavior: 'instant' });
    follower.goTo(ranges[2] ?? null);
    await waitUntil(() => inView(ranges[2]));
  });
});
