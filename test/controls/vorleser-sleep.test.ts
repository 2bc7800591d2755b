import { expect, nextFrame, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import type { VorleserSleep } from '../../src/controls/vorleser-sleep.js';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { playerFor, statusOf } from '../fixtures/player.js';
import { playbackOf } from '../fixtures/settings-panel.js';

const LONG =
  '<p>Dieser Satz ist so lang, dass er noch zu hören ist, während jemand den Einschlaf-Timer stellt und sich Zeit lässt, viel Zeit, wirklich sehr viel Zeit.</p><p>Danach.</p>';

const SECTIONS = '<h2>Teil</h2><p>Eins.</p><h2>Mitte</h2><p>Zwei. Drei.</p>';

const lineOf = (player: VorleserPlayer) =>
  player.shadowRoot
    ?.querySelector('vorleser-status')
    ?.shadowRoot?.querySelector<VorleserSleep>('vorleser-sleep') ?? null;
const textOf = (line: VorleserSleep | null) =>
  line?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim() ?? '';
const announcedBy = (line: VorleserSleep | null) =>
  line?.shadowRoot?.querySelector('[role=status]')?.textContent ?? '';
const untilShown = (player: VorleserPlayer, text: string) =>
  waitUntil(() => textOf(lineOf(player)) === text, `„${text}“ is shown`, { timeout: 8000 });

describe('<vorleser-sleep>', () => {
  let player: VorleserPlayer;

  async function reading(markup: string) {
    ({ player } = await playerFor(markup));
    await player.play();
    return playbackOf(player);
  }

  afterEach(() => {
    sinon.restore();
    player.remove();
  });

  it('is absent until a sleep timer is set', async () => {
    await reading(LONG);
    expect(lineOf(player)).to.equal(null);
  });

  it('shows the time left without announcing it, and updates it once a minute', async () => {
    const playback = await reading(LONG);
    playback.sleep = 'section';
    await untilShown(player, 'Hört am Ende des Abschnitts auf');
    const line = lineOf(player) as VorleserSleep;
    const clock = sinon.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
    const after = async (milliseconds: number) => {
      clock.tick(milliseconds);
      await nextFrame();
      clock.tick(0);
      await line.updateComplete;
      return textOf(line);
    };
    playback.sleep = 2;
    expect(await after(0)).to.equal('Hört in etwa 2 Minuten auf');
    expect(await after(59_000)).to.equal('Hört in etwa 2 Minuten auf');
    expect(await after(1000)).to.equal('Hört in etwa 1 Minute auf');
    expect(await after(60_000)).to.equal('Hört nach diesem Satz auf');
    expect(announcedBy(line)).to.equal('');
    playback.sleep = 60;
    expect(await after(0)).to.equal('Hört in etwa 1 Stunde auf');
    playback.sleep = null;
    expect(await after(0)).to.equal('');
  });

  it('reports that the timer has paused the reading, until it resumes', async () => {
    const playback = await reading(SECTIONS);
    playback.sleep = 'section';
    await oneEvent(player, 'pause');
    await untilShown(player, 'Der Einschlaf-Timer ist abgelaufen');
    expect(statusOf(player).textContent).to.equal('Angehalten');
    expect(announcedBy(lineOf(player))).to.equal('Der Einschlaf-Timer ist abgelaufen');
    await player.play();
    expect(player.activeCue?.text).to.equal('Mitte');
    await untilShown(player, '');
    player.pause();
    await painted();
    expect(textOf(lineOf(player))).to.equal('');
  });

  it('reports neither a cancelled timer nor a manual pause', async () => {
    const playback = await reading(LONG);
    playback.sleep = 30;
    await untilShown(player, 'Hört in etwa 30 Minuten auf');
    player.pause();
    await painted();
    expect(announcedBy(lineOf(player))).to.equal('');
    playback.sleep = null;
    await untilShown(player, '');
  });

  it('is available in every language of the interface', async () => {
    const playback = await reading(LONG);
    playback.sleep = 15;
    const texts = {
      en: 'Stops in about 15 minutes',
      fr: 'S’arrête dans environ 15 minutes',
      it: 'Si ferma tra circa 15 minuti',
    };
    for (const [language, text] of Object.entries(texts)) {
      settings.choose({ language });
      await untilShown(player, text);
    }
  });

  it('is shown below a page’s own bar without a status line', async () => {
    ({ player } = await playerFor(LONG));
    player.append(document.createElement('vorleser-play-button'));
    const playback = playbackOf(player);
    await player.play();
    playback.sleep = 'section';
    const line = () =>
      player.shadowRoot?.querySelector<VorleserSleep>('[part=bar] > vorleser-sleep');
    await waitUntil(() => textOf(line() ?? null) === 'Hört am Ende des Abschnitts auf');
  });
});
