import { virtual } from '@guidepup/virtual-screen-reader/browser.js';
import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { showKeyList } from '../../src/controls/key-list/vorleser-key-list.js';
import {
  control,
  elementIn,
  playerFor,
  playWithControls,
  showMore,
  statusOf,
  untilHeard,
} from '../fixtures/player.js';
import { openPanel } from '../fixtures/settings-panel.js';

const LONG = `<h1>Ein Titel</h1>${Array.from({ length: 60 }, (_, i) => `<p>Satz ${i} steht hier.</p>`).join('')}`;

/** The announcements of controls and groups. */
const FIELD = /^(button|checkbox|combobox|group|radio|slider),/;

/** The virtual screen reader takes the state of checkboxes from their attributes, so it misses changes. Orca does not. */
const UNSURE = /, not checked.*/;

/** Everything in an element, as a screen reader that follows the specifications announces it. */
async function readThrough(container: HTMLElement): Promise<string[]> {
  await virtual.start({ container });
  const phrases: string[] = [];
  do {
    phrases.push(await virtual.lastSpokenPhrase());
    await virtual.next();
  } while (phrases.length < 200 && (await virtual.lastSpokenPhrase()) !== phrases[0]);
  await virtual.stop();
  return phrases;
}

/** The player's controls, each read by itself, since the virtual screen reader does not enter shadow roots. */
async function readControls(player: Pick<HTMLElement, 'shadowRoot'>): Promise<string[]> {
  const phrases: string[] = [];
  for (const { shadowRoot } of player.shadowRoot?.querySelectorAll('*') ?? []) {
    const native = shadowRoot?.querySelector<HTMLElement>('button, select, input');
    if (native?.getClientRects().length) phrases.push((await readThrough(native))[0] ?? '');
  }
  return phrases;
}

describe('a virtual screen reader', () => {
  afterEach(() => virtual.stop());

  it('announces a name, a role and a state for every control', async () => {
    const { player } = await playerFor();
    expect(await readControls(player)).to.deep.equal([
      'button, Artikel anhören',
      'button, Einstellungen, not expanded',
    ]);
    await playWithControls(player);
    const speaking = (await readControls(player)).map((phrase) =>
      phrase.replace(/max value .*/, 'and its value'),
    );
    expect(speaking).to.deep.equal([
      'button, Pause',
      'button, Vorheriger Satz, not disabled',
      'button, Nächster Satz, not disabled',
      'slider, Stelle im Artikel, orientated horizontally, and its value',
      'combobox, Geschwindigkeit, 1, has popup listbox, not expanded',
      'button, Mehr, not expanded',
    ]);
    await showMore(player);
    await waitUntil(
      () => control(player, 'vorleser-link-button') && control(player, 'vorleser-sleep-select'),
    );
    const { shadowRoot } = elementIn(player, 'vorleser-more-button');
    expect((await readControls({ shadowRoot })).slice(0, 10)).to.deep.equal([
      'combobox, Stimme, has popup listbox, not expanded',
      'button, Vorlesen beenden, not disabled',
      'button, Vorheriger Absatz, not disabled',
      'button, Nächster Absatz, not disabled',
      'button, Vorherige Überschrift, not disabled',
      'button, Nächste Überschrift, not disabled',
      'button, Zur Lesestelle, not disabled',
      'button, Link zu diesem Satz kopieren, not disabled',
      'combobox, Einschlaf-Timer, aus, has popup listbox, not expanded',
      'button, Einstellungen, not expanded',
    ]);
    const arrange = shadowRoot!.querySelector<HTMLElement>('.arrange')!;
    expect((await readThrough(arrange))[0]).to.equal('button, Leiste anpassen, not pressed');
    arrange.click();
    await waitUntil(() => shadowRoot?.querySelector('.pin'));
    const pin = shadowRoot?.querySelector<HTMLElement>('.pin');
    expect((await readThrough(pin!))[0]).to.equal(
      'button, Stimme: in der Leiste zeigen, not pressed',
    );
    player.remove();
  });

  it('announces the slider’s value in words', async () => {
    const { player } = await playerFor();
    await playWithControls(player);
    player.pause();
    player.seekToCue(1);
    await untilHeard(player, 'Der erste Satz.');
    await waitUntil(async () =>
      (await readControls(player)).some((phrase) =>
        /current value Absatz 1 von 2, noch etwa \d Sekunden$/.test(phrase),
      ),
    );
    player.remove();
  });

  it('announces a group, a name, a role and a value for every setting', async () => {
    const { player } = await playerFor();
    const panel = await openPanel(player);
    await waitUntil(() => panel.isSettled);
    const group = panel.element.shadowRoot?.querySelector('[role=group]') as HTMLElement;
    const fields = (await readThrough(group)).filter((phrase) => FIELD.test(phrase));
    expect(fields.map((phrase) => phrase.replace(UNSURE, ''))).to.deep.equal([
      'group, Einstellungen',
      'group, Stimme und Ton',
      'group, Vorlesen',
      'combobox, Pausen zwischen Absätzen, normal, has popup listbox, not expanded',
      'combobox, Von selbst anhalten, nie, has popup listbox, not expanded',
      'combobox, Einschlaf-Timer, aus, has popup listbox, not expanded',
      'group, Vorgelesen werden auch',
      'checkbox, Überschriften',
      'checkbox, Bildunterschriften',
      'checkbox, Bildbeschreibungen',
      'checkbox, Listen, Zitate, Tabellen und Überschriften ansagen',
      'group, Markierung',
      'combobox, Markiert wird, Satz und Wort, has popup listbox, not expanded',
      'group, Farbe',
      'radio, wie die Seite',
      'radio, Gelb',
      'radio, Blau',
      'radio, Grün',
      'radio, Rosa',
      'checkbox, Die Seite läuft mit der Stimme mit',
      'group, Text des Artikels',
      'slider, Schriftgröße, orientated horizontally, max value 300, min value 80, current value 100\u00A0%',
      'combobox, Zeilenlänge, wie die Seite, has popup listbox, not expanded',
      'group, Bedienung',
      'combobox, Sprache, wie die Seite, has popup listbox, not expanded',
      'checkbox, Einzelne Tasten steuern das Vorlesen',
      'button, Tastenkürzel anzeigen, has popup dialog',
      'checkbox, Pause, wenn ich Tastatur oder Screenreader benutze',
      'button, Von vorn beginnen',
      'button, Meine Einstellungen vergessen',
    ]);
    player.remove();
  });

  it('announces the list of keyboard shortcuts as a dialog with a table', async () => {
    const { player } = await playerFor();
    control(player, 'vorleser-play-button').focus();
    showKeyList(player);
    const tree = player.shadowRoot?.querySelector('vorleser-key-list')?.shadowRoot;
    await waitUntil(() => tree?.querySelector('dialog')?.open);
    const phrases = await readThrough(tree?.querySelector('dialog') as HTMLElement);
    expect(phrases.slice(0, 9).map((phrase) => phrase.replace(UNSURE, ''))).to.deep.equal([
      'dialog, Tastenkürzel',
      'heading, Tastenkürzel, level 2',
      'button, Schließen',
      'paragraph',
      'Sie gelten, solange der Fokus im Player ist. Escape gilt dort immer.',
      'end of paragraph',
      'checkbox, Einzelne Tasten steuern den Player',
      'Einzelne Tasten steuern den Player',
      'table',
    ]);
    const rows = phrases.filter((phrase) => phrase.startsWith('row,'));
    expect(rows.slice(0, 3)).to.deep.equal([
      'row, Taste Wirkung',
      'row, Leertaste oder K Anhören oder Pause',
      'row, Pfeil links Vorheriger Satz',
    ]);
    player.remove();
  });

  it('announces the mini bar as a group of buttons', async () => {
    const { player } = await playerFor(LONG);
    player.seekToCue(50);
    await player.play();
    const bar = () =>
      player.shadowRoot
        ?.querySelector('vorleser-mini-bar')
        ?.shadowRoot?.querySelector<HTMLElement>('.bar');
    await waitUntil(() => bar()?.matches(':popover-open'), 'the bar', { timeout: 5000 });
    const phrases = await readThrough(bar() as HTMLElement);
    for (const { shadowRoot } of bar()?.querySelectorAll('*') ?? []) {
      const native = shadowRoot?.querySelector<HTMLElement>('button, select, input');
      if (native?.getClientRects().length)
        phrases.push((await readThrough(native))[0]?.replace(/^slider.*/, 'slider') ?? '');
    }
    expect(phrases).to.deep.equal([
      'group, Vorlesen, kurz',
      'button, Zum Player',
      'button, Vorlesen beenden',
      'end of group, Vorlesen, kurz',
      'button, Pause',
      'button, Vorheriger Satz, not disabled',
      'button, Nächster Satz, not disabled',
      'slider',
      'combobox, Geschwindigkeit, 1, has popup listbox, not expanded',
      'button, Mehr, not expanded',
    ]);
    player.remove();
  });

  it('announces the same article before, during and after it is read', async () => {
    const { player, article } = await playerFor();
    const before = await readThrough(article);
    expect(before.slice(0, 4)).to.deep.equal([
      'article',
      'heading, Ein Titel, level 1',
      'paragraph',
      'Der erste Satz. Der zweite',
    ]);
    const ended = oneEvent(player, 'ended');
    await player.play();
    await untilHeard(player, 'Der zweite schöne Satz.');
    expect(await readThrough(article)).to.deep.equal(before);
    player.playbackRate = 4;
    await ended;
    expect(await readThrough(article)).to.deep.equal(before);
  });

  it('announces nothing while the voice speaks, and then the end of the article', async () => {
    const { player } = await playerFor();
    await player.play();
    await aTimeout(100);
    await virtual.start({ container: statusOf(player) });
    await virtual.clearSpokenPhraseLog();
    player.playbackRate = 6;
    let whileSpeaking: string[] = ['not asked'];
    player.addEventListener('cuechange', () => {
      if (player.activeCue)
        void virtual.spokenPhraseLog().then((log) => (whileSpeaking = [...log]));
    });
    await oneEvent(player, 'ended');
    await aTimeout(100);
    expect(whileSpeaking).to.deep.equal([]);
    expect([...new Set(await virtual.spokenPhraseLog())]).to.deep.equal([
      'polite: Ende des Artikels',
    ]);
  });
});
