import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import sinon from 'sinon';
import '../../src/define.js';
import type { VorleserRecording } from '../../src/controls/vorleser-recording.js';
import type { VorleserPlayer } from '../../src/player/vorleser-player.js';
import { settings } from '../../src/settings/store.js';
import { painted } from '../fixtures/painted.js';
import { elementIn, messageOf, showMore, untilHeard } from '../fixtures/player.js';
import { audioWith, recordedAudio, type Take } from '../fixtures/recorded-audio.js';
import { waitUntil } from '../fixtures/wait-until.js';

const MARKUP = '<h1>Ein Titel</h1><p>Der erste Satz. Der zweite Satz.</p><p>Der letzte.</p>';

const TAKES: readonly Take[] = [
  'Ein Titel',
  'Der erste Satz.',
  'Der zweite Satz.',
  'Der letzte.',
].map((text) => ({ text, duration: 1, pause: 0.2 }));

interface Page {
  readonly audio?: HTMLAudioElement;
  readonly markup?: string;
  readonly engines?: string;
  /** Further children of the player. */
  readonly controls?: string;
  readonly lang?: string;
}

/** A page whose article has a recording. */
async function recordedPage({
  audio = recordedAudio(TAKES, { lang: 'de', readBy: 'Anna Beispiel', reader: 'person' }),
  markup = MARKUP,
  engines = 'recording embedded',
  controls = '',
  lang = 'de',
}: Page = {}) {
  const page = await fixture<HTMLElement>(html`
    <main lang="de">
      <article id="text" .innerHTML=${markup}></article>
    </main>
  `);
  const player = document.createElement('vorleser-player');
  Object.assign(player, { engines, htmlFor: 'text', lang });
  player.innerHTML = `\n  ${controls}\n`;
  player.append(audio);
  page.prepend(player);
  await player.updateComplete;
  return { page, player, audio, article: page.querySelector('article') as HTMLElement };
}

const slotOf = (player: VorleserPlayer) =>
  player.shadowRoot?.querySelector('slot') as HTMLSlotElement;

const lineOf = (player: VorleserPlayer) =>
  elementIn<VorleserRecording | null>(player, 'vorleser-recording:not([brief])');

/** What the player says about who reads. */
const reader = (player: VorleserPlayer) =>
  lineOf(player)?.shadowRoot?.textContent?.replace(/\s+/g, ' ').trim();

/** Waits until the player has taken its `<audio>` over. */
const taken = (player: VorleserPlayer) =>
  waitUntil(() => Boolean(reader(player)), 'the recording is taken over');

const isShown = (element: Element) => element.getClientRects().length > 0;

async function playOn(player: VorleserPlayer, text: string): Promise<void> {
  player.seekToCue(player.cues.findIndex((cue) => cue.text === text));
  await untilHeard(player, text);
}

describe('<vorleser-player> with a recording', () => {
  afterEach(() => sinon.restore());

  it('shows its bar instead of the <audio>, and plays that', async () => {
    const { player, audio, article } = await recordedPage();
    expect(slotOf(player).assignedElements()).to.deep.equal([audio]);
    const before = article.outerHTML;
    await taken(player);
    expect(isShown(audio)).to.equal(false);
    expect(isShown(player.shadowRoot?.querySelector('vorleser-play-button') as Element)).to.equal(
      true,
    );
    expect(audio.outerHTML).to.include('controls');
    await player.play();
    expect(player.engine).to.equal('recording');
    expect(audio.paused).to.equal(false);
    expect(player.activeCue?.text).to.equal('Ein Titel');
    const ended = oneEvent(player, 'ended');
    player.playbackRate = 4;
    await ended;
    expect(audio.paused).to.equal(true);
    expect(article.outerHTML).to.equal(before);
  });

  it('keeps the controls that the page has put beside it', async () => {
    const { player, audio } = await recordedPage({
      controls:
        '<vorleser-play-button></vorleser-play-button><vorleser-recording></vorleser-recording>',
    });
    await waitUntil(() => !isShown(audio));
    expect(isShown(player.querySelector('vorleser-play-button') as Element)).to.equal(true);
    expect(lineOf(player)).to.equal(null);
    const own = player.querySelector('vorleser-recording') as VorleserRecording;
    await waitUntil(() => own.shadowRoot?.textContent?.includes('Aufnahme'));
  });

  it('leaves an <audio> alone that is being heard, until it is paused', async () => {
    const audio = recordedAudio(TAKES);
    await audio.play();
    const { player } = await recordedPage({ audio });
    await aTimeout(300);
    expect(isShown(audio)).to.equal(true);
    expect(audio.paused).to.equal(false);
    audio.pause();
    await taken(player);
    expect(isShown(audio)).to.equal(false);
  });

  it('has nothing to do with an <audio> without a track', async () => {
    const audio = document.createElement('audio');
    audio.controls = true;
    const { player } = await recordedPage({ audio });
    await aTimeout(200);
    expect(isShown(audio)).to.equal(true);
    await player.play();
    expect(player.engine).to.equal('embedded');
    player.pause();
  });

  it('knows the time of every sentence, and seeks to it', async () => {
    const { player, audio } = await recordedPage();
    await player.play();
    await waitUntil(() => player.duration > 0);
    expect(player.duration).to.be.closeTo(4 + 3 * 0.2, 0.001);
    expect(player.cues.map(({ startTime }) => Math.round(startTime * 1000))).to.deep.equal([
      0, 1200, 2400, 3600,
    ]);
    player.currentTime = 2.9;
    await untilHeard(player, 'Der zweite Satz.');
    expect(audio.currentTime).to.be.within(2.4, 2.9);
    expect(player.currentTime).to.be.closeTo(audio.currentTime, 0.1);
    player.pause();
    expect(audio.paused).to.equal(true);
    await player.play();
    expect(player.activeCue?.text).to.equal('Der zweite Satz.');
    player.pause();
  });

  it('knows where one can seek, and what has arrived', async () => {
    const { player } = await recordedPage({
      markup: MARKUP.replace('Der zweite Satz.', 'Ein neuer Satz.'),
    });
    const ranges = (times: TimeRanges) =>
      Array.from({ length: times.length }, (_, index) => [times.start(index), times.end(index)]);
    await taken(player);
    expect(ranges(player.seekable)).to.deep.equal([]);
    expect(ranges(player.buffered)).to.deep.equal([]);
    await player.play();
    await waitUntil(() => player.buffered.length === 2);
    const [title, first, changed, last] = player.cues;
    expect(ranges(player.seekable)).to.deep.equal([[0, player.duration]]);
    expect(ranges(player.buffered)).to.deep.equal([
      [title?.startTime, changed?.startTime],
      [last?.startTime, last?.endTime],
    ]);
    expect(first?.endTime).to.be.below(changed?.startTime ?? 0);
    expect(() => player.buffered.start(2)).to.throw(DOMException, 'no range');
    player.pause();
  });

  it('speaks what is not in the recording with the next engine, and goes on with the recording', async () => {
    const markup = MARKUP.replace('Der zweite Satz.', 'Der geänderte Satz.');
    const { player } = await recordedPage({ markup });
    player.playbackRate = 3;
    const heard: (string | null | undefined)[][] = [];
    player.addEventListener('cuechange', () => {
      if (player.activeCue) heard.push([player.activeCue.text, player.engine, reader(player)]);
    });
    const ended = oneEvent(player, 'ended');
    await player.play();
    await ended;
    expect(heard.map(([text, engine]) => [text, engine])).to.deep.equal([
      ['Ein Titel', 'recording'],
      ['Der erste Satz.', 'recording'],
      ['Der geänderte Satz.', 'embedded'],
      ['Der letzte.', 'recording'],
    ]);
    await painted();
    expect(messageOf(player)).to.equal('Ende des Artikels');
  });

  it('keeps the sentence when the listener chooses another voice, and the recording again', async () => {
    const { player, audio } = await recordedPage();
    await player.play();
    await playOn(player, 'Der erste Satz.');
    await showMore(player);
    await waitUntil(() => player.voices.length > 1, 'voices', { timeout: 5000 });
    expect(player.voices[0]).to.include({
      engine: 'recording',
      name: 'Anna Beispiel',
      localService: false,
    });
    const [, embedded] = player.voices;
    settings.choose({ voice: { engine: 'embedded', voiceURI: embedded?.voiceURI ?? '' } });
    await waitUntil(() => player.engine === 'embedded' && player.activeCue !== null);
    expect(player.activeCue?.text).to.equal('Der erste Satz.');
    expect(audio.paused).to.equal(true);
    await waitUntil(() => reader(player) === 'Computerstimme');
    settings.choose({ voice: { engine: 'recording', voiceURI: 'vorleser:recording' } });
    await waitUntil(() => player.engine === 'recording' && player.activeCue !== null);
    expect(player.activeCue?.text).to.equal('Der erste Satz.');
    await waitUntil(() => reader(player) === 'Gelesen von Anna Beispiel');
    player.pause();
  });

  it('lets the listener hear a sample of it, and resumes where it was', async () => {
    const { player } = await recordedPage();
    await player.play();
    await playOn(player, 'Der erste Satz.');
    await player.sampleVoice('vorleser:recording');
    expect(player.paused).to.equal(true);
    await player.play();
    expect(player.activeCue?.text).to.equal('Der erste Satz.');
    player.pause();
  });

  it('reads with the next engine where there is no sound, and says so', async () => {
    sinon.stub(console, 'error');
    const good = recordedAudio(TAKES).querySelector('track') as HTMLTrackElement;
    const { player } = await recordedPage({ audio: audioWith('/not-there.mp3', good.src) });
    await player.play();
    expect(player.engine).to.equal('embedded');
    expect(player.activeCue?.text).to.equal('Ein Titel');
    await waitUntil(
      () =>
        messageOf(player) ===
        'Die Aufnahme ist nicht zu hören. Ab hier liest die mitgelieferte Stimme.',
    );
    player.pause();
  });

  it('reads with the next engine once the <audio> is removed', async () => {
    const { player, audio } = await recordedPage();
    await player.play();
    player.pause();
    audio.remove();
    await playOn(player, 'Der erste Satz.').catch(() => undefined);
    await player.play();
    expect(player.engine).to.equal('embedded');
    player.pause();
  });

  describe('says who reads', () => {
    const details: [object, Record<string, string>, string][] = [
      [{}, {}, 'Aufnahme'],
      [{ readBy: 'Anna' }, {}, 'Gelesen von Anna'],
      [{ reader: 'person' }, {}, 'Von einem Menschen gelesen'],
      [{ reader: 'computer' }, {}, 'Computerstimme'],
      [{ reader: 'computer', readBy: 'Conrad' }, {}, 'Computerstimme: Conrad'],
      [{ readBy: 'Anna' }, { readBy: 'Bert', reader: 'computer' }, 'Computerstimme: Bert'],
    ];
    for (const [ofFile, ofPage, text] of details)
      it(`as „${text}“`, async () => {
        const audio = recordedAudio(TAKES, ofFile);
        Object.assign(audio.dataset, ofPage);
        const { player } = await recordedPage({ audio });
        await taken(player);
        player.dispatchEvent(new Event('pointerenter'));
        await waitUntil(() => reader(player) === text, text, { timeout: 3000 });
      });

    for (const [lang, text] of Object.entries({
      en: 'Read by Anna Beispiel',
      fr: 'Lu par Anna Beispiel',
      it: 'Letto da Anna Beispiel',
    }))
      it(`in the language of the interface: „${text}“`, async () => {
        const { player } = await recordedPage({ lang });
        player.dispatchEvent(new Event('pointerenter'));
        await waitUntil(() => reader(player) === text, text, { timeout: 3000 });
      });

    it('before anything is loaded, where the page says it', async () => {
      const audio = recordedAudio(TAKES);
      audio.dataset.readBy = 'Anna';
      const fetching = sinon.spy(globalThis, 'fetch');
      const { player } = await recordedPage({ audio });
      await waitUntil(() => reader(player) === 'Gelesen von Anna');
      expect(fetching.callCount).to.equal(0);
    });

    it('to people who use a screen reader', async () => {
      const { player } = await recordedPage();
      await taken(player);
      await expect(player).shadowDom.to.be.accessible();
    });
  });

  it('offers the download only where the page allows it', async () => {
    const linkIn = async (attributes: Record<string, string>) => {
      const audio = recordedAudio(TAKES);
      for (const [name, value] of Object.entries(attributes)) audio.setAttribute(name, value);
      const { player } = await recordedPage({ audio });
      await taken(player);
      const link = lineOf(player)?.shadowRoot?.querySelector('a');
      return (
        link && { text: link.textContent?.trim(), name: link.download, href: link.href, audio }
      );
    };
    expect(await linkIn({})).to.equal(null);
    expect(await linkIn({ 'data-download': '', controlslist: 'nodownload' })).to.equal(null);
    const link = await linkIn({ 'data-download': 'artikel.wav' });
    expect(link).to.include({ text: 'Aufnahme herunterladen', name: 'artikel.wav' });
    expect(link?.href).to.equal(link?.audio.querySelector('source')?.src);
  });
});
