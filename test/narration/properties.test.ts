import { expect, fixture, html } from '@open-wc/testing';
import fc from 'fast-check';
import { createNarration } from '../../src/narration/index.js';
import { spokenParts } from '../../src/narration/spoken/index.js';
import { segmentSentences } from '../../src/narration/sentences.js';

const RUNS = 300;

const BLOCKS = 'p div h2 li blockquote section td dd figcaption article'.split(' ');
const INLINES = 'em b span a code sub time abbr small'.split(' ');

const words = fc.oneof(
  fc.constantFrom(
    ...'Das ist gut. Am 3. Oktober. „Komm!“, rief er z. B. Dr. usw. Ja? 1.000 Nein! – … (so.) »Ach.« Ä 3–4 € Fr. 5.– XIV. 20.15 👍 @a CO₂ NATO *innen 1 km/h §'.split(
      ' ',
    ),
  ),
  fc.string({ unit: 'grapheme', maxLength: 5 }),
  fc.string({ unit: 'binary', maxLength: 3 }),
);
const text = fc
  .array(fc.tuple(words, fc.constantFrom(' ', '', '\n', '  ', '\u00A0', '\u00AD', '\t\n ')), {
    maxLength: 12,
  })
  .map((parts) => parts.flat().join(''));

interface Tree {
  readonly name: string;
  readonly lang: string | undefined;
  readonly children: readonly (string | Tree)[];
}

const { tree } = fc.letrec<{ tree: Tree; node: string | Tree }>((tie) => ({
  tree: fc.record({
    name: fc.constantFrom(...BLOCKS, ...INLINES, 'br', 'aside', 'ul', 'ol'),
    lang: fc.option(fc.constantFrom('de', 'en', 'de-CH', '', 'kein Code'), {
      nil: undefined,
      freq: 5,
    }),
    children: fc.array(tie('node'), { maxLength: 5 }),
  }),
  node: fc.oneof({ maxDepth: 4 }, text, tie('tree')),
}));

function build({ name, lang, children }: Tree): Element {
  const element = document.createElement(name);
  if (lang !== undefined) element.lang = lang;
  if (name !== 'br')
    element.append(...children.map((child) => (typeof child === 'string' ? child : build(child))));
  return element;
}

/** The text in a tree that must be read. */
function readable(element: Element): string {
  return [...element.childNodes]
    .filter((node) => node.nodeName !== 'ASIDE')
    .map((node) => (node instanceof Element ? readable(node) : (node as Text).data))
    .join('');
}

const bare = (value: string | undefined) => (value ?? '').replace(/\s/g, '');
const audible = (value: string) => value.replace(/[^\p{L}\p{N}]/gu, '');

describe('For any document', function () {
  // Chromium looks for a font for each of the rare characters.
  this.timeout(60_000);
  let root: HTMLElement;
  beforeEach(async () => {
    root = await fixture<HTMLElement>(html`<article></article>`);
  });

  const check = (property: (tree: Tree) => void | Promise<void>) =>
    fc.assert(
      fc.asyncProperty(tree, async (tree) => {
        root.replaceChildren(build({ ...tree, name: 'div' }));
        await property(tree);
      }),
      { numRuns: RUNS },
    );

  it('everything that can be heard is read exactly once, in order', () =>
    check(() => {
      const narration = createNarration(root);
      while (narration.at(narration.length));
      expect(audible(narration.cues.map(({ text }) => text).join(''))).to.equal(
        audible(readable(root)),
      );
    }));

  it('the Range of each cue contains its text, and the Ranges are in order', () =>
    check(() => {
      for (const aside of root.querySelectorAll('aside')) aside.remove();
      const narration = createNarration(root);
      while (narration.at(narration.length));
      let last: Range | null = null;
      for (const { range, text } of narration.cues) {
        expect(bare(range?.toString())).to.equal(bare(text));
        if (last) expect(range?.comparePoint(last.endContainer, last.endOffset)).to.be.below(1);
        last = range;
      }
    }));

  it('the start of every cue’s Range maps back to the cue', () =>
    check(() => {
      const narration = createNarration(root);
      while (narration.at(narration.length));
      for (const { index, range } of narration.cues)
        if (range)
          expect(narration.indexAt(range.startContainer, range.startOffset)).to.equal(index);
    }));

  it('spoken text maps back to the written text, in order', () =>
    check(() => {
      const narration = createNarration(root);
      while (narration.at(narration.length));
      for (const cue of narration.cues) {
        let last = 0;
        for (const part of spokenParts(cue)) {
          expect(part.runs.map(({ text }) => text).join('')).to.equal(part.text);
          for (let at = 0; at < part.text.length; at++) {
            const { start, end } = part.source(at, at + 1);
            expect(start).to.be.at.least(last);
            expect(end).to.be.within(start, cue.text.length);
            last = start;
          }
        }
      }
    }));

  it('the page is not changed', () =>
    check(() => {
      const before = root.innerHTML;
      const observer = new MutationObserver(() => undefined);
      observer.observe(root, {
        subtree: true,
        childList: true,
        attributes: true,
        characterData: true,
      });
      const narration = createNarration(root);
      while (narration.at(narration.length));
      narration.cues.forEach(({ range }) => range?.toString());
      expect(observer.takeRecords()).to.have.length(0);
      expect(root.innerHTML).to.equal(before);
    }));
});

describe('For any text', () => {
  const anything = fc.oneof(text, fc.string({ unit: 'binary', maxLength: 200 }), fc.string());

  it('sentences are in order, do not overlap, are trimmed, and leave nothing out', () => {
    fc.assert(
      fc.property(anything, fc.constantFrom('de', 'en', 'fr', 'ja', 'x'), (text, lang) => {
        let end = 0;
        for (const sentence of segmentSentences(text, lang)) {
          expect(sentence.start).to.be.at.least(end);
          expect(sentence.end).to.be.above(sentence.start);
          expect(text.slice(end, sentence.start).trim()).to.equal('');
          const found = text.slice(sentence.start, sentence.end);
          expect(found).to.equal(found.trim());
          end = sentence.end;
        }
        expect(text.slice(end).trim()).to.equal('');
      }),
      { numRuns: 2000 },
    );
  });

  it('no text takes long to split', () => {
    for (const piece of [
      '.',
      '. ',
      'a.',
      '1. ',
      '„',
      '!)',
      '… ',
      '\n',
      '[1]',
      '( ',
      '😀',
      'z. B. ',
      '\u00A0',
      'A. ',
    ])
      segmentSentences(piece.repeat(100_000 / piece.length), 'de');
  }).timeout(5000);
});
