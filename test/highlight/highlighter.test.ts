import { expect, fixture, html } from '@open-wc/testing';
import { Highlighter } from '../../src/highlight/highlighter.js';

function rangeOf(node: Node, start: number, end: number): Range {
  const range = document.createRange();
  range.setStart(node, start);
  range.setEnd(node, end);
  return range;
}
const marked = (name: string) => [...(CSS.highlights.get(name) ?? [])].map(String);

describe('Highlighter', () => {
  let text: Text;
  beforeEach(async () => {
    const element = await fixture(html`<p>Ein Satz. Noch einer.</p>`);
    text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode() as Text;
  });
  afterEach(() => {
    CSS.highlights.clear();
  });

  it('highlights a sentence and a word in it, and restores the page', () => {
    const before = { html: document.body.innerHTML, sheets: document.adoptedStyleSheets.length };
    const highlighter = new Highlighter();
    highlighter.markSentence(rangeOf(text, 0, 9));
    highlighter.markWord(rangeOf(text, 4, 8));
    expect(marked('vorleser-sentence')).to.deep.equal(['Ein Satz.']);
    expect(marked('vorleser-word')).to.deep.equal(['Satz']);
    expect(CSS.highlights.get('vorleser-word')?.priority).to.equal(1);
    expect(document.body.innerHTML).to.equal(before.html);
    highlighter.clear();
    expect(CSS.highlights.size).to.equal(0);
    expect(document.adoptedStyleSheets.length).to.equal(before.sheets);
  });

  it('removes the word’s highlight with its sentence’s', () => {
    const highlighter = new Highlighter();
    highlighter.markSentence(rangeOf(text, 0, 9));
    highlighter.markWord(rangeOf(text, 4, 8));
    highlighter.markSentence(rangeOf(text, 10, 21));
    expect(marked('vorleser-sentence')).to.deep.equal(['Noch einer.']);
    expect(marked('vorleser-word')).to.deep.equal([]);
    highlighter.clear();
  });

  it('accepts the same Range again after it was moved, or after the page cleared all highlights', () => {
    const highlighter = new Highlighter();
    const range = rangeOf(text, 0, 9);
    highlighter.markSentence(range);
    range.setEnd(text, 21);
    range.setStart(text, 10);
    highlighter.markSentence(range);
    expect(marked('vorleser-sentence')).to.deep.equal(['Noch einer.']);
    CSS.highlights.clear();
    highlighter.markSentence(range);
    expect(marked('vorleser-sentence')).to.deep.equal(['Noch einer.']);
    highlighter.clear();
    expect(CSS.highlights.size).to.equal(0);
  });

  it('shares the page with another highlighter', () => {
    const one = new Highlighter();
    const other = new Highlighter();
    one.markSentence(rangeOf(text, 0, 9));
    other.markSentence(rangeOf(text, 10, 21));
    expect(marked('vorleser-sentence')).to.have.length(2);
    one.clear();
    expect(marked('vorleser-sentence')).to.deep.equal(['Noch einer.']);
    other.clear();
    expect(CSS.highlights.size).to.equal(0);
  });

  it('applies a new configuration to the current sentence', () => {
    const highlighter = new Highlighter();
    highlighter.configure('none', 'page');
    highlighter.markSentence(rangeOf(text, 0, 9));
    highlighter.markWord(rangeOf(text, 4, 8));
    expect(CSS.highlights.size).to.equal(0);
    highlighter.configure('word', 'page');
    expect(marked('vorleser-sentence')).to.deep.equal([]);
    expect(marked('vorleser-word')).to.deep.equal(['Satz']);
    highlighter.configure('sentence', 'green');
    expect(marked('vorleser-sentence')).to.deep.equal(['Ein Satz.']);
    expect(marked('vorleser-word')).to.deep.equal([]);
    highlighter.markSentence(null);
    highlighter.configure('both', 'page');
    expect(CSS.highlights.size).to.equal(0);
  });

  it('changes its colours without affecting another highlighter', () => {
    const before = document.adoptedStyleSheets.length;
    const [one, other] = [new Highlighter(), new Highlighter()];
    one.markSentence(rangeOf(text, 0, 9));
    other.markSentence(rangeOf(text, 10, 21));
    one.configure('both', 'blue');
    expect(document.adoptedStyleSheets).to.have.length(before + 2);
    other.configure('both', 'blue');
    expect(document.adoptedStyleSheets).to.have.length(before + 1);
    one.clear();
    other.clear();
    expect(document.adoptedStyleSheets).to.have.length(before);
  });

  it('adds its rules to the tree of the text', async () => {
    const host = await fixture(html`<div></div>`);
    const root = host.attachShadow({ mode: 'open' });
    root.textContent = 'Im Schatten.';
    const highlighter = new Highlighter();
    highlighter.markSentence(rangeOf(root.firstChild as Text, 0, 12));
    expect(root.adoptedStyleSheets).to.have.length(1);
    highlighter.clear();
    expect(root.adoptedStyleSheets).to.have.length(0);
  });
});
