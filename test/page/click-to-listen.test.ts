import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { onTextClick } from '../../src/page/click-to-listen.js';

describe('onTextClick', () => {
  let article: HTMLElement;
  let clicked: string[];
  let end: () => void;

  const get = (selector: string) => article.querySelector(selector) as HTMLElement;
  const decided = () => aTimeout(600);

  /** A click as browsers dispatch it, a few pixels into an element. */
  function click(selector: string, init: MouseEventInit = {}, x = 4): void {
    const target = get(selector);
    const { left, top, height } = target.getClientRects()[0] ?? new DOMRect();
    const at = {
      clientX: left + x,
      clientY: top + height / 2,
      bubbles: true,
      composed: true,
      cancelable: true,
      detail: 1,
      ...init,
    };
    target.dispatchEvent(new PointerEvent('pointerdown', at));
    target.dispatchEvent(new MouseEvent('click', at));
  }

  async function read(selector: string, init: MouseEventInit = {}, x = 4): Promise<string[]> {
    clicked = [];
    click(selector, init, x);
    await decided();
    return clicked;
  }

  beforeEach(async () => {
    clicked = [];
    article = await fixture(html`
      <article style="width: 400px">
        <p id="text">Ein Satz.</p>
        <p id="editable" contenteditable="true">Ein Feld.</p>
        <p id="pointer" style="cursor: pointer">Klappt auf.</p>
        <p><span id="opens" onclick="">Öffnet etwas.</span></p>
        <p><span id="role" role="button">Ein Knopf.</span></p>
        <p><a id="link" href="#ziel">Ein Link.</a></p>
        <img id="image" alt="Ein Bild" style="width: 100px; height: 20px; cursor: zoom-in" />
      </article>
    `);
    end = onTextClick(article, (node) => clicked.push(node.textContent?.trim() ?? ''));
  });
  afterEach(() => {
    end();
    getSelection()?.empty();
  });

  it('reports a single click on text', async () => {
    expect(await read('#text')).to.deep.equal(['Ein Satz.']);
  });

  it('ignores a double click, also its first click', async () => {
    click('#text');
    await aTimeout(200);
    expect(await read('#text', { detail: 2 })).to.deep.equal([]);
  });

  it('ignores a click that clears a selection', async () => {
    getSelection()?.selectAllChildren(get('#pointer'));
    get('#text').addEventListener('click', () => getSelection()?.empty(), { once: true });
    expect(await read('#text')).to.deep.equal([]);
    expect(await read('#text')).to.deep.equal(['Ein Satz.']);
  });

  it('ignores a click beside the text and on an image', async () => {
    expect(await read('#text', {}, 300)).to.deep.equal([]);
    expect(await read('#image')).to.deep.equal([]);
  });

  it('ignores editable text, controls and what has a click of its own', async () => {
    for (const id of ['editable', 'pointer', 'opens', 'role', 'link'])
      expect(await read(`#${id}`), id).to.deep.equal([]);
    article.style.cursor = 'pointer';
    expect(await read('#text')).to.deep.equal(['Ein Satz.']);
  });

  it('ignores a click to which the page reacts', async () => {
    const reacts = (react: (event: Event) => void) =>
      document.addEventListener('click', react, { once: true });
    reacts((event) => event.preventDefault());
    expect(await read('#text')).to.deep.equal([]);
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'position: fixed; inset: 0; width: 100%; height: 100%';
    article.append(dialog);
    reacts(() => dialog.showModal());
    expect(await read('#text')).to.deep.equal([]);
    dialog.close();
    expect(await read('#text')).to.deep.equal(['Ein Satz.']);
  });

  it('reports nothing once it has ended', async () => {
    click('#text');
    end();
    await decided();
    expect(clicked).to.deep.equal([]);
  });
});
