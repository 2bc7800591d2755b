import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { defineQueue } from '../../../src/controls/queue/define-queue.js';
import type { VorleserLaterButton } from '../../../src/controls/queue/vorleser-later-button.js';
import { articleAddress } from '../../../src/page/article-key.js';
import { listeningQueue, MOST_ARTICLES } from '../../../src/page/listening-queue.js';
import { settings } from '../../../src/settings/store.js';
import { playerFor } from '../../fixtures/player.js';
import { waitUntil } from '../../fixtures/wait-until.js';

const MARKUP = `<h1>Ein <b>Titel</b></h1><p>${'Ein Satz mit Wörtern. '.repeat(100)}</p>`;

describe('<vorleser-later-button>', () => {
  afterEach(() => sinon.restore());

  /** A button beside a player, or in it. */
  async function buttonIn(attributes: Record<string, string> = {}, inPlayer = false) {
    const { page, player } = await playerFor(MARKUP);
    page.lang = 'de';
    const element = document.createElement('vorleser-later-button');
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    (inPlayer ? player : page).append(element);
    const find = () => element.shadowRoot?.querySelector('button');
    // Without a player around it, the script loads it when the page is loaded.
    if (!inPlayer) defineQueue();
    await waitUntil(find, 'it is shown');
    return { element: element, player, button: find() as HTMLButtonElement };
  }

  const messageOf = ({ shadowRoot }: VorleserLaterButton) =>
    shadowRoot?.querySelector('[role=status]')?.textContent?.trim();

  it('keeps the article of the player around it, and lets go of it', async () => {
    const { element, button, player } = await buttonIn({}, true);
    expect(button.ariaLabel).to.equal('Später hören');
    button.click();
    await element.updateComplete;
    expect(listeningQueue.articles).to.deep.equal([
      { address: articleAddress(player), title: 'Ein Titel', minutes: 2 },
    ]);
    expect(button.ariaLabel).to.equal('Aus der Hörliste nehmen');
    expect(messageOf(element)).to.equal('Der Artikel steht in Ihrer Hörliste.');
    await expect(element).to.be.accessible();
    button.click();
    await element.updateComplete;
    expect(listeningQueue.articles).to.deep.equal([]);
    expect(button.ariaLabel).to.equal('Später hören');
    expect(messageOf(element)).to.equal('Der Artikel steht nicht mehr in Ihrer Hörliste.');
  });

  it('keeps the article of the page without a player around it', async () => {
    const { button, player } = await buttonIn();
    button.click();
    expect(listeningQueue.articles[0]).to.include({
      address: articleAddress(player),
      title: 'Ein Titel',
    });
  });

  it('keeps the article that a teaser names, without tracking', async () => {
    const { button } = await buttonIn({
      href: '/zwei?utm_source=x&p=2#unten',
      headline: 'Zwei',
      minutes: '4',
    });
    expect(button.ariaLabel).to.equal('Später hören: Zwei');
    button.click();
    expect(listeningQueue.articles).to.deep.equal([
      { address: '/zwei?p=2', title: 'Zwei', minutes: 4 },
    ]);
  });

  it('takes the title from a link to it', async () => {
    document.body.insertAdjacentHTML(
      'beforeend',
      '<a id="teaser" href="/drei"> Drei &lt;b&gt; </a>',
    );
    const { button } = await buttonIn({ href: '/drei' });
    expect(button.ariaLabel).to.equal('Später hören: Drei <b>');
    document.getElementById('teaser')?.remove();
    button.click();
    expect(listeningQueue.articles[0]).to.include({ address: '/drei', minutes: null });
  });

  it('shows nothing for an address of another origin, and reports it', async () => {
    const errors = sinon.stub(console, 'error');
    const { element } = await buttonIn();
    element.href = 'https://other.example/';
    await element.updateComplete;
    expect(element.shadowRoot?.querySelector('button')).to.equal(null);
    expect(errors.args).to.have.length(1);
    expect(String(errors.args[0])).to.contain('is not an address of this origin');
  });

  it('says that the list is full, or is not stored', async () => {
    for (let index = 0; index < MOST_ARTICLES; index++)
      listeningQueue.add({ address: `/${index}`, title: 'x', minutes: null });
    const { element, button } = await buttonIn();
    button.click();
    await element.updateComplete;
    expect(messageOf(element)).to.equal('Ihre Hörliste ist voll.');
    listeningQueue.remove('/1');
    sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('', 'QuotaExceededError'));
    button.click();
    await element.updateComplete;
    expect(messageOf(element)).to.match(/^Ihr Browser speichert hier nichts/);
    expect(listeningQueue.articles).to.have.length(MOST_ARTICLES);
  });

  it('follows the language of the listener', async () => {
    const { button } = await buttonIn();
    settings.choose({ language: 'it' });
    await waitUntil(() => button.ariaLabel === 'Ascolta più tardi', 'it speaks Italian');
  });
});
