/** Steps through all sentences of pages with bars, in frames of the size of real windows. */
import { aTimeout, expect, fixture, html, nextFrame } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { Follower } from '../../src/highlight/follower.js';
import type { Narration } from '../../src/narration/narration.js';

interface Steps {
  readonly size: number;
  /** Follows to a sentence. */
  show(index: number): void;
  stop(): void;
  /** What is wrong with the place of that sentence. */
  fault(): string | null;
  /** Where that sentence is in its window. */
  place(): DOMRect;
  readonly away: boolean[];
}

const SIZES = [
  [1280, 720],
  [800, 360],
  [375, 667],
] as const;

/** Imports a module into a frame, which has its own `document`. */
const imported = (window: Window, path: string) =>
  (window as Window & typeof globalThis).eval(`import('${path}')`) as Promise<never>;

/** Opens a page of test/hosts/. The frames are fixed, so that they do not scroll the page of the tests. */
async function open(page: string, width: number, height: number): Promise<Window> {
  const frame = await fixture<HTMLIFrameElement>(
    html`<iframe
      title="Eine fremde Seite"
      width=${width}
      height=${height}
      style="position: fixed; top: 0; left: 0; border: 0"
      src="/test/hosts/pages/${page}"
    ></iframe>`,
  );
  return loaded(frame);
}

async function loaded(frame: HTMLIFrameElement): Promise<Window> {
  const window = frame.contentWindow as Window;
  await waitUntil(
    () => window.location.href !== 'about:blank' && window.document.readyState === 'complete',
  );
  // Without motion, a step takes less time.
  window.matchMedia = () => ({ matches: true }) as MediaQueryList;
  return window;
}

async function stepsOf(window: Window): Promise<Steps> {
  const module = (await imported(window, '/src/highlight/follower.js')) as {
    Follower: typeof Follower;
  };
  const { createNarration } = (await imported(window, '/src/narration/index.js')) as {
    createNarration: (root: Element) => Narration;
  };
  const { document } = window;
  const narration = createNarration(document.querySelector('article') as Element);
  await narration.cutAll();
  const away: boolean[] = [];
  const follower = new module.Follower({ follows: () => true, onAway: (is) => away.push(is) });
  let current: Range;
  return {
    size: narration.cues.length,
    show(index) {
      current = narration.cues[index]?.range as Range;
      follower.follow(current);
    },
    stop: () => follower.stop(),
    fault: () => faultOf(current, document),
    place: () => current.getBoundingClientRect(),
    away,
  };
}

function barsOf(root: Document | ShadowRoot): Element[] {
  const shadows = [...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  return [...root.querySelectorAll('.bar'), ...shadows.flatMap(barsOf)];
}

/** Geometry only: the test knows the bars. A sentence may be under a sticky heading only if it is that heading. */
function faultOf(sentence: Range, document: Document): string | null {
  const { innerWidth, innerHeight } = document.defaultView as Window;
  const heading = document.querySelector('.panel h1');
  const bars = barsOf(document);
  if (heading && !heading.contains(sentence.startContainer)) bars.push(heading);
  const { width, height } = sentence.getBoundingClientRect();
  const lines = [...sentence.getClientRects()];
  // Of a sentence in two columns that are never visible together, the beginning must be.
  const shown = width > innerWidth - 60 || height > innerHeight ? lines.slice(0, 1) : lines;
  for (const { top, right, bottom, left } of shown) {
    if (top < -1 || left < -1 || bottom > innerHeight + 1 || right > innerWidth + 1)
      return `„${sentence.toString()}“ is out of view: ${top} to ${bottom}, ${left} to ${right}`;
    for (const bar of bars) {
      const box = bar.getBoundingClientRect();
      if (
        top < box.bottom - 1 &&
        bottom > box.top + 1 &&
        left < box.right - 1 &&
        right > box.left + 1
      )
        return `„${sentence.toString()}“ is under ${bar.id || bar.localName}`;
    }
  }
  return null;
}

/** Steps through all sentences. @returns what was wrong on the way */
async function faultsOf(steps: Steps, fault = () => steps.fault()): Promise<string[]> {
  expect(steps.size).to.equal(49);
  const faults: string[] = [];
  for (let index = 0; index < steps.size; index++) {
    steps.show(index);
    await nextFrame();
    await nextFrame();
    await waitUntil(() => !fault(), '', { timeout: 1000 }).catch(() => faults.push(fault() ?? ''));
  }
  return faults;
}

describe('no sentence is covered', () => {
  for (const bars of [
    'header',
    'footer',
    'footer&bare',
    'header&footer',
    'panel',
    'header&panel',
    'columns',
    'vertical',
  ])
    for (const [width, height] of SIZES)
      it(`with ${bars} at ${width} × ${height}`, async () => {
        const steps = await stepsOf(await open(`bars.html?${bars}`, width, height));
        expect(await faultsOf(steps)).to.deep.equal([]);
        expect(steps.away).to.deep.equal([]);
      });

  for (const bars of ['headroom', 'shrinking&footer'])
    it(`with bars that move while the page scrolls: ${bars}`, async () => {
      const steps = await stepsOf(await open(`bars.html?${bars}`, 800, 360));
      for (const index of [2, 30, 12, 11, 10, 47, 8]) {
        steps.show(index);
        await aTimeout(1000);
        expect(steps.fault()).to.equal(null);
      }
      expect(steps.away).to.deep.equal([]);
    });

  it('in a frame as tall as its content, whose page is scrolled', async () => {
    const page = await open('frame.html?bars.html', 800, 360);
    const frame = page.document.querySelector('iframe') as HTMLIFrameElement;
    const steps = await stepsOf(await loaded(frame));
    const inPage = () => {
      const { top, bottom } = steps.place();
      const { y } = frame.getBoundingClientRect();
      const [from, to] = [y + 15 + top, y + 15 + bottom];
      return from >= 120 && to <= 360 ? null : `${from} to ${to}`;
    };
    expect(await faultsOf(steps, inPage)).to.deep.equal([]);
    await aTimeout(1000); // Its own scroll has ended, so that this is the reader's.
    page.scrollTo(0, 0);
    await waitUntil(() => steps.away.length > 0);
    expect(steps.away).to.deep.equal([true]);
  });
});

describe('the room after the end of a page that a bar covers', () => {
  it('is removed when the reading stops', async () => {
    const window = await open('bars.html?footer&bare', 800, 360);
    const steps = await stepsOf(window);
    const { documentElement } = window.document;
    const { scrollHeight, childElementCount } = documentElement;
    steps.show(48);
    await waitUntil(() => documentElement.scrollHeight > scrollHeight);
    const { scrollTop, clientHeight } = documentElement;
    await aTimeout(700);
    expect(documentElement.scrollHeight - scrollHeight).to.be.at.most(80);
    expect(scrollTop + clientHeight).to.be.closeTo(documentElement.scrollHeight, 1);
    steps.stop();
    expect(documentElement.scrollHeight).to.equal(scrollHeight);
    expect(documentElement.childElementCount).to.equal(childElementCount);
  });
});

describe('a covered sentence', () => {
  it('is out of view', async () => {
    const window = await open('bars.html?header', 800, 360);
    const steps = await stepsOf(window);
    steps.show(20);
    await aTimeout(800);
    window.scrollBy(0, steps.place().top - 20);
    await waitUntil(() => steps.away.length > 0);
    window.scrollBy(0, -150);
    await waitUntil(() => steps.away.length > 1);
    expect(steps.away).to.deep.equal([true, false]);
  });

  it('is in view if what covers it is transparent, lets clicks through, or covers everything', async () => {
    const window = await open('bars.html?header', 800, 360);
    const steps = await stepsOf(window);
    const header = window.document.querySelector('#header') as HTMLElement;
    for (const style of ['opacity: 0', 'pointer-events: none', 'height: 100vh']) {
      header.style.cssText = '';
      steps.show(20);
      await aTimeout(800);
      header.style.cssText = style;
      window.scrollBy(0, steps.place().top - 20);
      await aTimeout(800);
    }
    expect(steps.away).to.deep.equal([]);
  });
});
