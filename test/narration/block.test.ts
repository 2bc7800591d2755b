import { expect, fixture, html } from '@open-wc/testing';
import { Block } from '../../src/narration/block.js';

async function blockOf(markup: string): Promise<{ block: Block; element: Element }> {
  const element = await fixture(html`<p .innerHTML=${markup}></p>`);
  const block = new Block(element, 'de');
  const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) block.append(texts.currentNode as Text);
  return { block, element };
}

describe('Block', () => {
  it('collapses white space as browsers do', async () => {
    const { block } = await blockOf('\n  Ein  <em> kleiner\n Satz</em>.');
    expect(block.text).to.equal('Ein kleiner Satz.');
  });

  it('returns a Range over every span of its text', async () => {
    const { block } = await blockOf(
      '\n  Ein  <em> kleiner\n  Satz</em>, ganz   <b>schief</b> <i> </i> gesetzt.',
    );
    const { text } = block;
    for (let start = 0; start < text.length; start++) {
      for (let end = start + 1; end <= text.length; end++) {
        const found = block.range(start, end)?.toString().replace(/\s+/g, ' ');
        if (text.slice(start, end) !== ' ')
          expect(found?.trim()).to.equal(text.slice(start, end).trim());
      }
    }
  });

  it('maps a DOM position to a position in the text, even within collapsed white space', async () => {
    const { block, element } = await blockOf('Ein <em>   kleiner</em> Satz.');
    const node = element.querySelector('em')?.firstChild as Text;
    expect(block.position(node, 3)).to.equal(block.text.indexOf('kleiner'));
    expect(block.position(node, 0)).to.equal(block.text.indexOf('kleiner'));
    expect(block.position(document.body, 0)).to.equal(null);
  });

  it('returns no Range for text that is gone', async () => {
    const { block, element } = await blockOf('Ein kleiner Satz.');
    (element.firstChild as Text).data = 'Kurz';
    expect(block.range(4, 17)).to.equal(null);
    element.textContent = '';
    expect(block.range(0, 3)).to.equal(null);
  });
});
