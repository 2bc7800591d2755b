import { aTimeout, expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { BrowserEngine } from '../../src/speech/browser/browser-engine.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { SimulatedSynthesis } from '../fixtures/simulated-synthesis.js';
import { PLATFORMS, type SpeechPlatform } from '../fixtures/speech-platforms.js';

const MARKUP =
  '<p>Der erste Satz ist nicht lang. Der zweite Satz ist es auch nicht. Der letzte.</p>';
const [FIRST, SECOND, LAST] = [
  'Der erste Satz ist nicht lang.',
  'Der zweite Satz ist es auch nicht.',
  'Der letzte.',
];
const MESSAGE = 'Sie haben eine neue Nachricht.';
/** So long that nobody would wait for it. */
const SPEECH = 'Wir reden immer weiter und hören nicht auf. '.repeat(9);

const { chromium, firefoxSpeechDispatcher, safari, specified } = PLATFORMS;
const original = Object.getOwnPropertyDescriptor(globalThis, 'speechSynthesis');

/** A page that can speak by itself, and a playback in it with the browser's voice, another engine, or both. */
async function setUp(
  platform: SpeechPlatform,
  voices: 'browser' | 'embedded' | 'both' = 'browser',
) {
  const synthesis = new SimulatedSynthesis(platform);
  Object.defineProperty(globalThis, 'speechSynthesis', { value: synthesis, configurable: true });
  const browser = new BrowserEngine(synthesis.asSpeechSynthesis, platform.navigator);
  await browser.speaks('de');
  const embedded = new ScriptedEngine('embedded', voices === 'embedded' ? 'hold' : 'speak');
  embedded.pace = 1;
  const engines = { browser: [browser], embedded: [embedded], both: [browser, embedded] }[voices];
  const { playback } = await playbackOf(engines, MARKUP);
  const say = (text: string) => synthesis.speak(new SpeechSynthesisUtterance(text));
  return { playback, synthesis, embedded, say };
}

describe('Playback beside other speech', () => {
  afterEach(() => Object.defineProperty(globalThis, 'speechSynthesis', original ?? {}));

  for (const [name, platform] of Object.entries({ specified, chromium, firefoxSpeechDispatcher })) {
    it(`silences the page when play is pressed: ${name}`, async () => {
      const { playback, synthesis, say } = await setUp(platform);
      say(SPEECH);
      await waitUntil(() => synthesis.heard.length > 0);
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      expect(synthesis.log.filter((entry) => entry === 'cancel')).to.have.length(1);
      await ended;
      expect(synthesis.heard).to.deep.equal([SPEECH, FIRST, SECOND, LAST]);
      expect(playback.notice).to.equal(null);
    });

    it(`lets the page say something, and reads on: ${name}`, async () => {
      const { playback, synthesis, say } = await setUp(platform);
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      say(MESSAGE);
      await ended;
      expect(synthesis.heard).to.deep.equal([FIRST, MESSAGE, SECOND, LAST]);
      expect(synthesis.log).to.not.include('cancel');
      expect(playback.notice).to.equal(null);
    });
  }

  for (const [name, platform] of Object.entries({
    specified,
    chromium,
    firefoxSpeechDispatcher,
    safari,
  }))
    it(`goes on with another engine, at the same sentence, if the page keeps cancelling: ${name}`, async () => {
      const { playback, synthesis, embedded } = await setUp(platform, 'both');
      const notices = new Set<unknown>();
      playback.addEventListener('statechange', () => notices.add(playback.notice));
      const ended = oneEvent(playback, 'ended');
      await playback.play();
      await waitUntil(() => playback.activeCue?.text === SECOND, '', { timeout: 5000 });
      const rival = setInterval(() => synthesis.cancel(), 150);
      await ended;
      clearInterval(rival);
      expect(embedded.log).to.deep.equal([`speak ${SECOND}`, `speak ${LAST}`]);
      notices.delete(null);
      expect([...notices]).to.deep.equal([
        { kind: 'takeover', from: 'browser', to: 'embedded', reason: 'busy' },
      ]);
    });

  it('goes on with another engine if the page does not stop speaking, and silences it', async function () {
    this.timeout(12_000);
    const { playback, synthesis, embedded, say } = await setUp(specified, 'both');
    await playback.play();
    say(SPEECH);
    await waitUntil(() => embedded.log.length > 0, 'the other engine reads', { timeout: 9000 });
    expect(synthesis.speaking).to.equal(false);
    expect(embedded.log).to.deep.equal([`speak ${SECOND}`]);
    expect(playback.notice).to.include({ kind: 'takeover', reason: 'busy' });
    playback.stop();
  });

  describe('with an engine that plays sound', () => {
    it('silences the page when play is pressed', async () => {
      const { playback, synthesis, embedded, say } = await setUp(specified, 'embedded');
      say(SPEECH);
      await waitUntil(() => synthesis.speaking);
      await playback.play();
      expect(synthesis.speaking).to.equal(false);
      expect(embedded.log).to.deep.equal([`speak ${FIRST}`]);
      playback.stop();
    });

    it('is silent while the page says something', async () => {
      const { playback, synthesis, embedded, say } = await setUp(specified, 'embedded');
      await playback.play();
      say(MESSAGE);
      await waitUntil(() => embedded.log.includes('pause'));
      expect(synthesis.speaking).to.equal(true);
      await waitUntil(() => embedded.log.includes('resume'));
      expect(synthesis.speaking).to.equal(false);
      expect(synthesis.log).to.not.include('cancel');
      expect(embedded.log).to.deep.equal([`speak ${FIRST}`, 'pause', 'resume']);
      expect(playback.state).to.equal('speaking');
      playback.stop();
    });

    it('stays paused after that if the listener has paused it, and can be resumed over it', async () => {
      const { playback, synthesis, embedded, say } = await setUp(specified, 'embedded');
      await playback.play();
      say(MESSAGE);
      await waitUntil(() => embedded.log.includes('pause'));
      playback.pause();
      await waitUntil(() => !synthesis.speaking);
      await aTimeout(100);
      expect(embedded.log).to.not.include('resume');
      say(SPEECH);
      await aTimeout(100);
      await playback.play();
      expect(synthesis.speaking).to.equal(false);
      await aTimeout(100);
      expect(embedded.log.filter((entry) => entry === 'resume')).to.have.length(1);
      playback.stop();
    });

    it('takes no notice of what the page has paused', async () => {
      const { playback, synthesis, embedded, say } = await setUp(specified, 'embedded');
      say(SPEECH);
      await waitUntil(() => synthesis.speaking);
      synthesis.pause();
      await playback.play();
      await aTimeout(100);
      expect(synthesis.log).to.not.include('cancel');
      expect(embedded.log).to.deep.equal([`speak ${FIRST}`]);
      playback.stop();
    });
  });
});
