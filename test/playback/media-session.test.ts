import { aTimeout, expect, fixture, html } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import sinon from 'sinon';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { MediaSessionLink } from '../../src/playback/media-session.js';
import { Playback } from '../../src/playback/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';

const TEXT = `<h1>Ein <em>Titel</em></h1><p>Eins. Zwei.</p><h2>Mitte</h2><p>Drei.</p>`;

type Handlers = Partial<Record<MediaSessionAction, MediaSessionActionHandler | null>>;

/** Records the action handlers that are set on the page's real media session, which offers no way to read them. */
function recordHandlers(unknown: readonly string[] = []): Handlers {
  const handlers: Handlers = {};
  const real = navigator.mediaSession.setActionHandler.bind(navigator.mediaSession);
  sinon.stub(navigator.mediaSession, 'setActionHandler').callsFake((action, handler) => {
    if (unknown.includes(action)) throw new TypeError(`${action} is not a MediaSessionAction`);
    real(action, handler);
    handlers[action] = handler;
  });
  return handlers;
}

async function playing({ mediaElement = true, markup = TEXT } = {}) {
  const root = await fixture<HTMLElement>(html`<article .innerHTML=${markup}></article>`);
  const engine = new ScriptedEngine('scripted', 'hold');
  engine.abilities = { ...engine.abilities, mediaElement };
  const source = () => Promise.resolve(engine);
  const playback = new Playback({
    narrate: () => new NavigableNarration(root),
    engines: () => [source],
  });
  MediaSessionLink.join(playback);
  await playback.play();
  await waitUntil(() => playback.track?.complete);
  return { playback, engine };
}

describe('the media session', () => {
  const session = navigator.mediaSession;
  const playbacks: Playback[] = [];
  const start = async (...args: Parameters<typeof playing>) => {
    const made = await playing(...args);
    playbacks.push(made.playback);
    return made;
  };

  afterEach(() => {
    for (const playback of playbacks.splice(0)) playback.dispose();
    sinon.restore();
  });

  it('shows the title, the site and the current section', async () => {
    const { playback } = await start();
    await waitUntil(() => session.metadata?.album === 'Ein Titel');
    expect(session.playbackState).to.equal('playing');
    expect(session.metadata).to.include({ title: 'Ein Titel', artist: location.hostname });
    playback.seekToCue(4);
    await waitUntil(() => session.metadata?.album === 'Mitte');
    const { chapterInfo } = session.metadata as unknown as { chapterInfo?: { title: string }[] };
    expect(chapterInfo?.map(({ title }) => title)).to.deep.equal(['Ein Titel', 'Mitte']);
    playback.pause();
    await waitUntil(() => session.playbackState === 'paused');
  });

  it('controls the playback', async () => {
    const handlers = recordHandlers();
    const { playback, engine } = await start();
    const run = (action: MediaSessionAction, details = {}) =>
      handlers[action]?.({ action, ...details });
    run('nexttrack');
    await waitUntil(() => playback.activeCue?.text === 'Eins.');
    run('previoustrack');
    await waitUntil(() => playback.activeCue?.text === 'Ein Titel');
    run('seekto', { seekTime: 1000 });
    await waitUntil(() => playback.activeCue?.text === 'Drei.');
    run('seekbackward', { seekOffset: 1000 });
    await waitUntil(() => playback.activeCue?.text === 'Ein Titel');
    run('seekforward');
    await waitUntil(() => playback.activeCue?.text === 'Drei.');
    run('pause');
    expect(playback.paused).to.equal(true);
    run('play');
    await waitUntil(() => playback.state === 'speaking');
    expect(engine.log.at(-1)).to.equal('resume');
    run('stop');
    expect(playback.state).to.equal('idle');
    await waitUntil(() => handlers.play === null);
  });

  it('reports the position, and never one beyond the end', async () => {
    const setPosition = sinon.spy(session, 'setPositionState');
    const { playback } = await start();
    playback.playbackRate = 2;
    await waitUntil(() => setPosition.lastCall.args[0]?.playbackRate === 2);
    const { duration = 0, position = 0 } = setPosition.lastCall.args[0] ?? {};
    expect(duration).to.be.closeTo(playback.duration, 0.01);
    expect(position).to.be.within(0, duration);
  });

  it('is released when the reading stops', async () => {
    const { playback } = await start();
    playback.stop();
    await waitUntil(() => session.metadata === null);
    expect(session.playbackState).to.equal('none');
  });

  it('belongs to the player that reads', async () => {
    const first = await start();
    const second = await start({ markup: '<h1>Der andere</h1><p>Satz.</p>' });
    expect(first.playback.paused).to.equal(true);
    await waitUntil(() => session.metadata?.title === 'Der andere');
    first.playback.stop();
    await aTimeout(20);
    expect(session.metadata?.title).to.equal('Der andere');
    expect(session.playbackState).to.equal('playing');
    second.playback.stop();
    await waitUntil(() => session.metadata === null);
  });

  it('works without the actions that a browser does not support', async () => {
    const handlers = recordHandlers(['stop', 'seekto']);
    const { playback } = await start();
    expect(handlers.seekforward).to.be.a('function');
    handlers.pause?.({ action: 'pause' });
    expect(playback.paused).to.equal(true);
  });

  it('is not required for reading', async () => {
    Object.defineProperty(navigator, 'mediaSession', { value: undefined, configurable: true });
    try {
      const { playback } = await start();
      expect(playback.state).to.equal('speaking');
    } finally {
      Reflect.deleteProperty(navigator, 'mediaSession');
    }
  });

  describe('with a voice that does not play through a media element', () => {
    const playedSounds = () =>
      sinon.spy(HTMLMediaElement.prototype, 'play').thisValues as HTMLAudioElement[];

    it('is kept active by an inaudible sound while the voice speaks', async () => {
      const sounds = playedSounds();
      const { playback } = await start({ mediaElement: false });
      expect(sounds).to.have.length(1);
      const [sound] = sounds as [HTMLAudioElement];
      await waitUntil(() => sound.duration > 5);
      expect(sound).to.include({ loop: true, paused: false, muted: false, volume: 1 });
      const context = new OfflineAudioContext(1, 1, 8000);
      const bytes = await (await fetch(sound.src)).arrayBuffer();
      const samples = (await context.decodeAudioData(bytes)).getChannelData(0);
      const peak = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
      expect(20 * Math.log10(peak)).to.be.within(-72, -69);
      playback.pause();
      await waitUntil(() => sound.paused);
      await playback.play();
      await waitUntil(() => !sound.paused);
      playback.stop();
      await waitUntil(() => sound.paused);
      expect(sound.hasAttribute('src')).to.equal(false);
    });

    it('pauses the voice when the system pauses the sound', async () => {
      const sounds = playedSounds();
      const { playback } = await start({ mediaElement: false });
      await waitUntil(() => (sounds[0]?.currentTime ?? 0) > 0);
      sounds[0]?.pause();
      await waitUntil(() => playback.paused);
      await playback.play();
      await waitUntil(() => sounds[0]?.paused === false);
    });

    it('resumes the voice when the system starts the sound', async () => {
      const sounds = playedSounds();
      const { playback } = await start({ mediaElement: false });
      await waitUntil(() => (sounds[0]?.currentTime ?? 0) > 0);
      playback.pause();
      await aTimeout(20);
      await sounds[0]?.play().catch(() => undefined);
      await waitUntil(() => playback.state === 'speaking');
      await waitUntil(() => sounds[0]?.paused === false);
    });

    it('is not paused by the end of the sound before it', async () => {
      const sounds = playedSounds();
      const { playback } = await start({ mediaElement: false });
      await waitUntil(() => (sounds[0]?.currentTime ?? 0) > 0);
      playback.stop();
      await waitUntil(() => sounds[0]?.paused);
      await playback.play();
      sounds[0]?.dispatchEvent(new Event('pause'));
      expect(playback.state).to.equal('speaking');
      expect(sounds).to.have.length(2);
      expect(sounds[1]?.paused).to.equal(false);
    });

    it('is missing, but reading works, if the page does not allow the sound', async () => {
      const play = sinon.stub(HTMLMediaElement.prototype, 'play');
      play.rejects(new DOMException('refused by policy', 'NotSupportedError'));
      const { playback } = await start({ mediaElement: false });
      expect(playback.state).to.equal('speaking');
      playback.pause();
      await playback.play();
      expect(play.callCount).to.equal(1);
    });

    it('plays no such sound if the voice itself plays through a media element', async () => {
      const sounds = playedSounds();
      await start({ mediaElement: true });
      expect(sounds).to.have.length(0);
    });
  });
});
