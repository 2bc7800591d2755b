import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../../fixtures/wait-until.js';
import sinon from 'sinon';
import type { VorleserSettingsButton } from '../../../src/controls/vorleser-settings-button.js';
import type { VorleserPlayer } from '../../../src/player/vorleser-player.js';
import { forgetSettings } from '../../../src/settings/forget-settings.js';
import { settings } from '../../../src/settings/store.js';
import { painted } from '../../fixtures/painted.js';
import { control, marked, playerFor, statusOf, untilHeard } from '../../fixtures/player.js';
import { openPanel, playbackOf } from '../../fixtures/settings-panel.js';

const LONG =
  '<p>Dieser Satz ist so lang, dass er noch zu hören ist, während jemand an den Einstellungen dreht und sich Zeit lässt, viel Zeit, wirklich sehr viel Zeit.</p><p>Danach.</p>';

const FIGURE =
  '<h2>Ein Titel</h2><figure><img alt="Wellen am Strand" width="4" height="4"><figcaption>Das Meer.</figcaption></figure><p>Der erste Satz. Der zweite Satz.</p>';

const texts = (player: VorleserPlayer) => player.cues.map(({ text }) => text);

describe('<vorleser-settings>', () => {
  beforeEach(() => forgetSettings());
  afterEach(() => {
    sinon.restore();
    forgetSettings();
  });

  // The first test: nothing is loaded yet.
  it('is loaded and shown where a page opens it by the property', async () => {
    const { player } = await playerFor();
    const button = player.shadowRoot?.querySelector('vorleser-settings-button');
    (button as VorleserSettingsButton).open = true;
    await waitUntil(() => {
      const panel = button?.shadowRoot?.querySelector('vorleser-settings');
      return panel?.shadowRoot?.querySelector('select');
    });
  });

  it('is accessible, and is closed by Escape', async () => {
    const { player } = await playerFor();
    const { element } = await openPanel(player);
    await expect(element).to.be.accessible();
    const first = element.shadowRoot?.querySelector('input') as HTMLInputElement;
    first.focus();
    first.dispatchEvent(
      new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, composed: true }),
    );
    const button = player.shadowRoot?.querySelector('vorleser-settings-button')?.shadowRoot;
    await waitUntil(() => !button?.querySelector('vorleser-settings'));
    expect(button?.activeElement).to.equal(button?.querySelector('button'));
  });

  it('fits into 256 px with large enough targets, in every language', async () => {
    const { player, page } = await playerFor();
    page.style.inlineSize = '240px';
    const panel = await openPanel(player);
    const firstWords = { de: 'Stimme und Ton', en: 'Voice and', fr: 'Voix et son', it: 'Voce e' };
    for (const [language, words] of Object.entries(firstWords)) {
      settings.choose({ language, marks: 'word' });
      await waitUntil(() => panel.text.startsWith(words) && panel.isSettled);
      for (const root of rootsIn(panel.element)) {
        for (const each of root.querySelectorAll<HTMLElement>('*')) {
          if (each.matches('option, optgroup, .hidden, svg *')) continue;
          expect(each.scrollWidth, `${language}: ${each.outerHTML.slice(0, 99)}`).to.be.at.most(
            240,
          );
        }
        for (const target of root.querySelectorAll('select, button, label, input[type=range]')) {
          const { height, width } = target.getBoundingClientRect();
          expect(Math.min(height, width), target.outerHTML).to.be.at.least(44);
        }
      }
    }
  });

  describe('the highlight', () => {
    it('applies to sentence, word, both or nothing, at once', async () => {
      const { player } = await playerFor(LONG);
      const panel = await openPanel(player);
      await player.play();
      const sentence = player.activeCue?.text;
      await waitUntil(() => marked('vorleser-word').length === 1);
      await panel.choose('Markiert wird', 'nur der Satz');
      expect(marked()).to.deep.equal([sentence]);
      expect(marked('vorleser-word')).to.deep.equal([]);
      await panel.choose('Markiert wird', 'nichts');
      expect(CSS.highlights.size).to.equal(0);
      await panel.choose('Markiert wird', 'nur das Wort');
      expect(marked()).to.deep.equal([]);
      expect(marked('vorleser-word')).to.have.length(1);
      expect(panel.text).to.contain('Nicht jede Stimme');
      await panel.choose('Markiert wird', 'Satz und Wort');
      expect(marked()).to.deep.equal([sentence]);
      expect(settings.chosen.marks).to.equal('both');
    });

    it('has the listener’s colours instead of the page’s, and can be reset', async () => {
      const { player, article } = await playerFor(LONG);
      article.style.setProperty('--vorleser-sentence-background', 'rgb(1, 2, 3)');
      const background = () =>
        getComputedStyle(article, '::highlight(vorleser-sentence)').backgroundColor;
      const panel = await openPanel(player);
      await player.play();
      expect(background()).to.equal('rgb(1, 2, 3)');
      await panel.click('Blau');
      expect(background()).to.equal('rgb(214, 232, 255)');
      await panel.click('Rosa');
      expect(background()).to.equal('rgb(255, 220, 234)');
      await panel.click('wie die Seite');
      expect(background()).to.equal('rgb(1, 2, 3)');
    });
  });

  describe('the content that is read', () => {
    it('includes headings, captions and image descriptions if they are chosen', async () => {
      const { player } = await playerFor(FIGURE);
      const panel = await openPanel(player);
      await waitUntil(() => player.cues.length === 4);
      await panel.click('Bildbeschreibungen');
      await waitUntil(() => texts(player).includes('Wellen am Strand'));
      await panel.click('Bildunterschriften');
      await panel.click('Überschriften');
      await waitUntil(() => player.cues.length === 3);
      expect(texts(player)).to.deep.equal([
        'Wellen am Strand',
        'Der erste Satz.',
        'Der zweite Satz.',
      ]);
    });

    it('changes without moving the reading to another sentence', async () => {
      const { player } = await playerFor(FIGURE);
      const panel = await openPanel(player);
      player.seekToCue(3);
      await waitUntil(() => player.cues.length === 4);
      await player.play();
      expect(player.activeCue?.text).to.equal('Der zweite Satz.');
      await panel.click('Überschriften');
      await untilHeard(player, 'Der zweite Satz.');
      await waitUntil(() => player.activeCue?.index === 2);
      expect(marked()).to.deep.equal(['Der zweite Satz.']);
      expect(player.paused).to.equal(false);
    });

    it('changes and moves the reading to the next sentence if the current one is left out', async () => {
      const { player } = await playerFor(FIGURE);
      const panel = await openPanel(player);
      player.playbackRate = 0.5;
      await player.play();
      expect(player.activeCue?.text).to.equal('Ein Titel');
      await panel.click('Überschriften');
      await untilHeard(player, 'Das Meer.');
    });

    it('has longer or shorter pauses', async () => {
      const { player } = await playerFor();
      const panel = await openPanel(player);
      await waitUntil(() => player.duration > 0);
      const normal = player.duration;
      await panel.choose('Pausen zwischen Absätzen', 'lang');
      expect(player.duration).to.be.above(normal);
      await panel.choose('Pausen zwischen Absätzen', 'kurz');
      expect(player.duration).to.be.below(normal);
    });
  });

  it('changes the language of the interface at once, and back to the page’s', async () => {
    const { player } = await playerFor();
    const panel = await openPanel(player);
    const play = () => control(player, 'vorleser-play-button').textContent?.trim();
    await panel.choose('Sprache', 'English');
    await waitUntil(() => play() === 'Listen to article');
    await waitUntil(() => panel.text.includes('Sleep timer'));
    await panel.choose('Language', 'like the page');
    await waitUntil(() => play() === 'Artikel anhören');
    await waitUntil(() => panel.text.includes('Einschlaf-Timer'));
    expect(settings.chosen).to.deep.equal({});
  });

  it('pauses after each sentence or paragraph if that is chosen, which is stored', async () => {
    const { player } = await playerFor('<p>Eins. Zwei.</p><p>Drei. Vier.</p>');
    const panel = await openPanel(player);
    expect(panel.select('Von selbst anhalten').value).to.equal('nie');
    await panel.choose('Von selbst anhalten', 'nach jedem Satz');
    await player.play();
    await oneEvent(player, 'pause');
    expect(player.activeCue?.text).to.equal('Zwei.');
    await painted();
    expect(statusOf(player).textContent).to.equal('Angehalten');
    await panel.choose('Von selbst anhalten', 'nach jedem Absatz');
    expect(settings.chosen).to.deep.equal({ stopAfter: 'paragraph' });
    await player.play();
    await painted();
    expect(statusOf(player).textContent).to.equal('');
    await oneEvent(player, 'pause');
    expect(player.activeCue?.text).to.equal('Drei.');
    await panel.choose('Von selbst anhalten', 'nie');
    await player.play();
    await oneEvent(player, 'ended');
  });

  it('sets the sleep timer, which is not stored', async () => {
    const { player } = await playerFor();
    const panel = await openPanel(player);
    await panel.choose('Einschlaf-Timer', '15 Minuten');
    expect(playbackOf(player).sleep).to.equal(15);
    await panel.choose('Einschlaf-Timer', 'Ende des Abschnitts');
    expect(playbackOf(player).sleep).to.equal('section');
    await panel.choose('Einschlaf-Timer', 'aus');
    expect(playbackOf(player).sleep).to.equal(null);
    expect(settings.chosen).to.deep.equal({});
  });

  it('stores the choices that other parts of the player apply', async () => {
    const { player } = await playerFor();
    const panel = await openPanel(player);
    expect(panel.input('Die Seite läuft mit der Stimme mit').checked).to.equal(true);
    await panel.click('Die Seite läuft mit der Stimme mit');
    await panel.click('Einzelne Tasten steuern das Vorlesen');
    await panel.click('Pause, wenn ich Tastatur oder Screenreader benutze');
    expect(settings.chosen).to.deep.equal({ follow: false, keys: false, yields: true });
  });

  it('applies to all players of a page, even if storage is refused', async () => {
    sinon.stub(Storage.prototype, 'setItem').throws(new DOMException('full', 'QuotaExceededError'));
    sinon.stub(Storage.prototype, 'getItem').throws(new DOMException('no', 'SecurityError'));
    const { player } = await playerFor(LONG);
    const { player: other } = await playerFor(LONG);
    const [panel, othersPanel] = [await openPanel(player), await openPanel(other)];
    await player.play();
    await othersPanel.choose('Markiert wird', 'nichts');
    await panel.element.updateComplete;
    expect(panel.select('Markiert wird').value).to.equal('nichts');
    expect(CSS.highlights.size).to.equal(0);
  });

  describe('the buttons', () => {
    it('start the article over, and report it', async () => {
      const { player } = await playerFor();
      const panel = await openPanel(player);
      player.seekToCue(3);
      await player.play();
      player.pause();
      await panel.click('Von vorn beginnen');
      expect(player.activeCue?.text).to.equal('Ein Titel');
      expect(panel.announced).to.equal('Der Artikel beginnt wieder von vorn.');
      await panel.click('Rückgängig');
      expect(player.activeCue?.index).to.equal(3);
      expect(panel.announced).to.equal('Es geht weiter, wo Sie waren.');
      expect(panel.button('Von vorn beginnen')?.matches(':focus')).to.equal(true);
    });

    it('show the keyboard shortcuts', async () => {
      const { player } = await playerFor();
      const panel = await openPanel(player);
      await panel.click('Tastenkürzel anzeigen');
      const list = () =>
        player.shadowRoot
          ?.querySelector('vorleser-key-list')
          ?.shadowRoot?.querySelector<HTMLDialogElement>('dialog');
      await waitUntil(() => list()?.open);
      list()?.close();
      await waitUntil(() => !list());
    });

    it('copy a link to the current sentence', async () => {
      const write = sinon.stub(navigator.clipboard, 'writeText').resolves();
      const { player } = await playerFor();
      const panel = await openPanel(player);
      await player.play();
      player.pause();
      await painted();
      const link = panel.control('vorleser-link-button').querySelector('button');
      expect(link?.innerText).to.equal('Link zu diesem Satz kopieren');
      link?.click();
      await waitUntil(() => panel.announcedBy('vorleser-link-button') === 'Link kopiert');
      expect(write.firstCall.args[0]).to.contain(':~:text=');
    });

    it('announce nothing while the voice speaks', async () => {
      const { player } = await playerFor(LONG);
      const panel = await openPanel(player);
      await player.play();
      await panel.click('Von vorn beginnen');
      expect(panel.announced).to.equal('');
      expect(panel.text).to.contain('Der Artikel beginnt wieder von vorn.');
    });

    it('forget all settings, and undo that', async () => {
      const { player } = await playerFor();
      player.setAttribute('playbackrate', '1.5');
      await player.updateComplete;
      const panel = await openPanel(player);
      settings.choose({
        rate: 2,
        volume: 0.5,
        marks: 'none',
        voice: { voiceURI: 'x', engine: 'y' },
      });
      expect(player).to.include({ playbackRate: 2, volume: 0.5, voice: 'x' });
      await panel.click('Meine Einstellungen vergessen');
      expect(player).to.include({ playbackRate: 1.5, volume: 1, voice: null });
      expect(localStorage.getItem('vorleser')).to.equal(null);
      expect(panel.select('Markiert wird').value).to.equal('Satz und Wort');
      expect(panel.announced).to.equal('Ihre Einstellungen sind vergessen.');
      settings.choose({ pauses: 2 });
      await panel.click('Rückgängig');
      expect(player).to.include({ playbackRate: 2, volume: 0.5, voice: 'x' });
      expect(settings.chosen).to.include({ marks: 'none', pauses: 2 });
      expect(panel.announced).to.equal('Ihre Einstellungen gelten wieder.');
      expect(panel.button('Rückgängig')).to.equal(undefined);
      expect(panel.element.shadowRoot?.activeElement?.textContent?.trim()).to.equal(
        'Meine Einstellungen vergessen',
      );
    });
  });
});

function rootsIn(element: Element): ShadowRoot[] {
  const root = element.shadowRoot;
  if (!root) return [];
  return [root, ...[...root.querySelectorAll('*')].flatMap(rootsIn)];
}
