import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { playerFor, statusOf, untilHeard } from '../fixtures/player.js';

const buttonsOf = (player: VorleserPlayer) => [
  ...(player.shadowRoot
    ?.querySelector('vorleser-listen-button')
    ?.shadowRoot?.querySelectorAll('button') ?? []),
];
/** Reads on from the selection. */
const buttonOf = (player: VorleserPlayer) => buttonsOf(player)[0] ?? null;
/** Reads the selection only. */
const onlyButtonOf = (player: VorleserPlayer) => buttonsOf(player)[1];
const namesOf = (player: VorleserPlayer) => buttonsOf(player).map((each) => each.innerText.trim());
const offered = (player: VorleserPlayer) =>
  waitUntil(() => buttonOf(player), 'the button is offered', { timeout: 5000 });
const focused = () => {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
};
const press = (key: string, target: Element = document.body) => {
  const init = { key, bubbles: true, composed: true, cancelable: true };
  return !target.dispatchEvent(new KeyboardEvent('keydown', init));
};

describe('<vorleser-listen-button>', () => {
  let player: VorleserPlayer;
  let article: HTMLElement;

  /** Selects text of a paragraph, by default of the first one. */
  const select = (start: number, end: number, paragraph = 0) => {
    const text = article.querySelectorAll('p')[paragraph]?.firstChild as Text;
    getSelection()?.setBaseAndExtent(text, start, text, end);
  };

  beforeEach(async () => ({ player, article } = await playerFor()));
  afterEach(() => {
    getSelection()?.empty();
    player.remove();
  });

  it('starts reading from the sentence in which the selection begins', async () => {
    select(20, 24);
    await offered(player);
    buttonOf(player)?.click();
    await untilHeard(player, 'Der zweite schöne Satz.');
    expect(String(getSelection())).to.equal('zwei');
    expect(buttonOf(player)).to.equal(null);
    await aTimeout(400);
    expect(buttonOf(player)).to.equal(null);
  });

  it('reads the selection only, and pauses before the sentence that follows', async () => {
    select(20, 24);
    await offered(player);
    expect(namesOf(player)).to.deep.equal(['Ab hier anhören', 'Nur die Auswahl']);
    onlyButtonOf(player)?.click();
    await untilHeard(player, 'Der zweite schöne Satz.');
    await oneEvent(player, 'pause');
    expect(player.activeCue?.text).to.equal('Der letzte.');
    await painted();
    expect(statusOf(player).textContent).to.equal('Angehalten');
    expect(String(getSelection())).to.equal('zwei');
    expect(buttonOf(player)).to.equal(null);
    const ended = oneEvent(player, 'ended');
    await player.play();
    await ended;
  });

  it('offers a selection of which nothing is read only to read on from it', async () => {
    article.insertAdjacentHTML('beforeend', '<p data-vorleser="skip">Foto: niemand</p>');
    select(0, 4, 2);
    await offered(player);
    expect(namesOf(player)).to.deep.equal(['Ab hier anhören']);
  });

  it('stays within the screen in every language, with one button below the other where there is no room', async () => {
    const names = {
      de: 'Nur die Auswahl',
      en: 'Only the selection',
      fr: 'Seulement la sélection',
      it: 'Solo la selezione',
    };
    select(4, 9);
    await offered(player);
    const popup = player.shadowRoot?.querySelector('vorleser-listen-button') as HTMLElement;
    popup.style.fontSize = '60px';
    for (const [language, name] of Object.entries(names)) {
      settings.choose({ language });
      await waitUntil(() => namesOf(player)[1] === name);
      const [first, second] = buttonsOf(player).map((each) => each.getBoundingClientRect());
      if (!first || !second) throw new Error('Expected two buttons');
      expect(second.top, language).to.be.at.least(first.bottom);
      for (const { left, right } of [first, second])
        expect(left >= 0 && right <= innerWidth, `${language}: ${left} to ${right}`).to.equal(true);
    }
  });

  it('resumes from there after a pause', async () => {
    await player.play();
    player.pause();
    select(2, 5, 1);
    await offered(player);
    buttonOf(player)?.click();
    await untilHeard(player, 'Der letzte.');
  });

  it('starts with the first text of the selection that is read', async () => {
    article.querySelector('h1')?.setAttribute('data-vorleser', 'skip');
    await player.play();
    player.pause();
    getSelection()?.setBaseAndExtent(
      article.querySelector('h1')?.firstChild as Text,
      2,
      article.querySelectorAll('p')[0]?.firstChild as Text,
      5,
    );
    await offered(player);
    buttonOf(player)?.click();
    await untilHeard(player, 'Der erste Satz.');
  });

  it('is shown next to the selection, over the page, and is large enough', async () => {
    article.style.transform = 'translateY(30px)';
    article.style.overflow = 'hidden';
    select(4, 9);
    await offered(player);
    const place = buttonOf(player)?.getBoundingClientRect() as DOMRect;
    const selected = getSelection()?.getRangeAt(0).getBoundingClientRect() as DOMRect;
    expect(Math.min(place.width, place.height)).to.be.at.least(44);
    expect(place.top).to.be.within(selected.bottom, selected.bottom + 20);
    expect(place.left).to.be.at.least(0);
    expect(document.elementFromPoint(place.x + 9, place.y + 9)).to.equal(player);
    await expect(player).to.be.accessible();
  });

  it('is shown above a selection at the lower edge of the screen', async () => {
    article.style.cssText = `position: fixed; bottom: 0; left: 0`;
    select(0, 3, 1);
    await offered(player);
    const selected = getSelection()?.getRangeAt(0).getBoundingClientRect() as DOMRect;
    expect(buttonOf(player)?.getBoundingClientRect().bottom).to.be.at.most(selected.top);
  });

  it('is reached by Tab from the selection, and hidden by Escape', async () => {
    select(4, 9);
    await offered(player);
    expect(press('Tab')).to.equal(true);
    expect(focused()).to.equal(buttonOf(player));
    await player.play();
    onlyButtonOf(player)?.focus();
    expect(press('Escape', onlyButtonOf(player))).to.equal(true);
    await waitUntil(() => !buttonOf(player));
    expect(document.activeElement).to.equal(document.body);
    expect(player.paused).to.equal(false);
    expect(press('Tab')).to.equal(false);
    expect(String(getSelection())).to.equal('erste');
  });

  it('leaves keys to other controls and to the page', async () => {
    select(4, 9);
    await offered(player);
    const control = player.shadowRoot?.querySelector('vorleser-play-button') as Element;
    expect(press('Tab', control)).to.equal(false);
    expect(press('Escape')).to.equal(false);
    await waitUntil(() => !buttonOf(player));
  });

  it('is absent for other selections, and removed with the selection', async () => {
    const outside = document.createElement('p');
    outside.textContent = 'Etwas anderes';
    article.after(outside);
    getSelection()?.selectAllChildren(outside);
    await aTimeout(500);
    expect(player.shadowRoot?.querySelector('vorleser-listen-button')).to.equal(null);
    select(4, 9);
    await offered(player);
    getSelection()?.selectAllChildren(outside);
    await waitUntil(() => !buttonOf(player));
    select(4, 9);
    await offered(player);
    getSelection()?.collapseToEnd();
    await waitUntil(() => !buttonOf(player));
  });

  it('is offered only by the player of the selected article', async () => {
    const other = document.createElement('vorleser-player');
    other.setAttribute('for', 'other');
    const otherArticle = document.createElement('article');
    otherArticle.id = 'other';
    otherArticle.textContent = 'Ein anderer Artikel.';
    article.after(other, otherArticle);
    getSelection()?.selectAllChildren(otherArticle);
    await offered(other);
    expect(buttonOf(player)).to.equal(null);
    buttonOf(other)?.click();
    await untilHeard(other, 'Ein anderer Artikel.');
    other.remove();
  });
});
