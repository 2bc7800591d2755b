import { expect, fixture, html } from '@open-wc/testing';
import { defineQueue } from '../../../src/controls/queue/define-queue.js';
import type { VorleserQueue } from '../../../src/controls/queue/vorleser-queue.js';
import { listeningQueue } from '../../../src/page/listening-queue.js';
import { forgetSettings } from '../../../src/settings/forget-settings.js';
import { settings } from '../../../src/settings/store.js';
import { waitUntil } from '../../fixtures/wait-until.js';

defineQueue();

const HOSTILE = '<img src=x onerror="window.attacked=true">';

describe('<vorleser-queue>', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => forgetSettings());

  async function queueOf(...titles: string[]) {
    for (const [index, title] of titles.entries())
      listeningQueue.add({ address: `/${index}`, title, minutes: index * 7 || null });
    const queue = await fixture<VorleserQueue>(html`<vorleser-queue lang="de"></vorleser-queue>`);
    const root = queue.shadowRoot as ShadowRoot;
    await waitUntil(() => root.querySelector('p'), 'it is shown');
    const buttons = () => [...root.querySelectorAll('button')];
    return {
      queue,
      root,
      titles: () => [...root.querySelectorAll('a')].map(({ text }) => text.trim()),
      report: () => root.querySelector('[role=status]')?.textContent ?? '',
      press: async (name: string) => {
        const button = buttons().find((each) => (each.ariaLabel ?? each.innerText.trim()) === name);
        expect(button, name).not.to.equal(undefined);
        button?.focus();
        button?.click();
        await queue.updateComplete;
      },
      focused: () => (root.activeElement?.ariaLabel ?? root.activeElement?.textContent)?.trim(),
    };
  }

  it('lists the articles with their times and links', async () => {
    const { root, titles } = await queueOf('Eins', 'Zwei');
    expect(titles()).to.deep.equal(['Eins', 'Zwei']);
    const items = [...root.querySelectorAll('li')].map((item) => ({
      link: item.querySelector('a')?.getAttribute('href'),
      time: item.querySelector('.time')?.textContent?.trim(),
    }));
    expect(items).to.deep.equal([
      { link: '/0', time: undefined },
      { link: '/1', time: '7 Minuten' },
    ]);
    expect(root.querySelector('ol')?.ariaLabel).to.equal('Hörliste');
    await expect(root.host).to.be.accessible();
  });

  it('says how articles come into an empty list', async () => {
    const { root } = await queueOf();
    expect(root.querySelector('ol')).to.equal(null);
    expect(root.textContent).to.contain('Artikel kommen mit „Später hören“ hinein');
  });

  it('shows hostile titles as text', async () => {
    const { root, titles } = await queueOf(HOSTILE);
    expect(titles()).to.deep.equal([HOSTILE]);
    expect(root.querySelector('img')).to.equal(null);
    expect(window).not.to.have.property('attacked');
  });

  it('moves an article by keyboard, which keeps the focus on its button', async () => {
    const { press, titles, focused, report, root } = await queueOf('Eins', 'Zwei', 'Drei');
    await press('Nach oben: Drei');
    expect(titles()).to.deep.equal(['Eins', 'Drei', 'Zwei']);
    expect(focused()).to.equal('Nach oben: Drei');
    expect(report()).to.equal('„Drei“ ist jetzt Nummer 2 von 3.');
    await press('Nach oben: Drei');
    expect(focused()).to.equal('Nach oben: Drei');
    expect((root.activeElement as HTMLElement).ariaDisabled).to.equal('true');
    await press('Nach oben: Drei');
    await press('Nach unten: Zwei');
    expect(titles()).to.deep.equal(['Drei', 'Eins', 'Zwei']);
    await press('Nach unten: Drei');
    expect(titles()).to.deep.equal(['Eins', 'Drei', 'Zwei']);
  });

  it('removes an article, and puts it back to its place', async () => {
    const { press, titles, focused, report } = await queueOf('Eins', 'Zwei', 'Drei');
    await press('Entfernen: Zwei');
    expect(titles()).to.deep.equal(['Eins', 'Drei']);
    expect(focused()).to.equal('Entfernen: Drei');
    expect(report()).to.equal('„Zwei“ steht nicht mehr in der Liste.');
    await press('Rückgängig');
    expect(titles()).to.deep.equal(['Eins', 'Zwei', 'Drei']);
    expect(focused()).to.equal('Entfernen: Zwei');
    await press('Entfernen: Drei');
    expect(focused()).to.equal('Entfernen: Zwei');
  });

  it('offers to undo the removal of the last one', async () => {
    const { press, titles, focused } = await queueOf('Eins');
    await press('Entfernen: Eins');
    expect(titles()).to.deep.equal([]);
    expect(focused()).to.equal('Rückgängig');
    await press('Rückgängig');
    expect(titles()).to.deep.equal(['Eins']);
  });

  it('follows other tabs, and the settings', async () => {
    const { queue, titles, root } = await queueOf('Eins');
    listeningQueue.add({ address: '/x', title: 'Von nebenan', minutes: 1 });
    await queue.updateComplete;
    expect(titles()).to.deep.equal(['Eins', 'Von nebenan']);
    settings.choose({ language: 'fr' });
    await waitUntil(() => root.querySelector('[aria-label="Écouter: Eins"]'), 'it speaks French');
    const undo = forgetSettings();
    await queue.updateComplete;
    expect(titles()).to.deep.equal([]);
    undo();
    await queue.updateComplete;
    expect(titles()).to.deep.equal(['Eins', 'Von nebenan']);
  });
});
