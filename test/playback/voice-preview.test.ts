import { aTimeout, expect, fixture, html, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { NavigableNarration } from '../../src/narration/navigable-narration.js';
import { Playback } from '../../src/playback/playback.js';
import type { PlaybackOptions } from '../../src/playback/playback-options.js';
import type { Voice } from '../../src/speech/engine.js';
import { type Script, ScriptedEngine } from '../fixtures/scripted-engine.js';
import { voice } from '../fixtures/voice-lists.js';
import { previewVoice } from '../../src/playback/voice-preview.js';

const PREVIEW_TEXT = 'So klingt sie.';
const anna = { engine: 'scripted', voiceURI: 'Anna' };
const petra = { engine: 'scripted', voiceURI: 'Petra' };

/** An engine with voices, which logs the voice that it speaks with. */
class Ensemble extends ScriptedEngine {
  override voices(): Promise<readonly Voice[]> {
    return Promise.resolve([voice('Anna'), voice('Petra', 'de-AT')]);
  }
  override speak(...args: Parameters<ScriptedEngine['speak']>) {
    this.log.push(`as ${this.voice}`);
    return super.speak(...args);
  }
}

async function setUp(
  make: () => ScriptedEngine = () => new Ensemble('scripted', 'hold'),
  options: Partial<PlaybackOptions> = {},
) {
  const root = await fixture<HTMLElement>(html`<article><p>Eins. Zwei.</p></article>`);
  const made: ScriptedEngine[] = [];
  const source = () => {
    const engine = make();
    made.push(engine);
    return Promise.resolve(engine);
  };
  const playback = new Playback({
    narrate: () => new NavigableNarration(root),
    engines: () => [source],
    previewText: () => PREVIEW_TEXT,
    ...options,
  });
  const heard = (text: string) => () => made.some((engine) => engine.log.includes(`speak ${text}`));
  return { playback, made, heard };
}

const nameOfError = (promise: Promise<void>) =>
  promise.then(
    () => 'heard',
    (error: unknown) => error instanceof DOMException && error.name,
  );

describe('Playback.previewVoice', () => {
  it('plays a voice without choosing it', async () => {
    const { playback, made } = await setUp(() => new Ensemble());
    playback.playbackRate = 2;
    const previewed: (string | null)[] = [];
    playback.addEventListener('statechange', () => previewed.push(playback.previewedVoice));
    await previewVoice(playback, petra);
    expect(made[0]?.log).to.deep.equal(['as Petra', `speak ${PREVIEW_TEXT}`]);
    expect(made[0]).to.include({ rate: 2 });
    expect(made[0]?.prepared).to.deep.equal([{ text: PREVIEW_TEXT, lang: 'de-AT', pause: 0 }]);
    expect(previewed).to.deep.equal(['Petra', null]);
    expect(playback).to.include({ voice: null, state: 'idle' });
    expect(playback.previewedVoice).to.equal(null);
  });

  it('pauses the reading, which resumes within its sentence afterwards', async () => {
    const { playback, made, heard } = await setUp();
    playback.voice = 'Anna';
    await playback.play();
    const previewed = previewVoice(playback, petra);
    expect(playback.paused).to.equal(true);
    expect(playback.previewedVoice).to.equal('Petra');
    expect(playback.activeCue?.text).to.equal('Eins.');
    await waitUntil(heard(PREVIEW_TEXT));
    const [reading, previewing] = made;
    previewing?.finish();
    await previewed;
    await playback.play();
    expect(reading?.log).to.deep.equal(['as Anna', 'speak Eins.', 'pause', 'resume']);
    expect(reading).to.include({ voice: 'Anna' });
    playback.dispose();
    expect(made.every(({ disposed }) => disposed)).to.equal(true);
  });

  it('lets the reading go on after the last preview where that is asked for, but not after one that was ended', async () => {
    const { playback, made, heard } = await setUp();
    await playback.play();
    const first = nameOfError(previewVoice(playback, petra, true));
    await waitUntil(heard(PREVIEW_TEXT));
    const second = nameOfError(previewVoice(playback, anna, true));
    expect(await first).to.equal('AbortError');
    expect(playback.paused).to.equal(true);
    await waitUntil(() => made[1]?.log.filter((entry) => entry.startsWith('as')).length === 2);
    made[1]?.finish();
    expect(await second).to.equal('heard');
    await waitUntil(() => playback.state === 'speaking');
    expect(made[0]?.log.at(-1)).to.equal('resume');

    const third = nameOfError(previewVoice(playback, petra, true));
    playback.pause();
    expect(await third).to.equal('AbortError');
    await aTimeout(50);
    expect(playback.state).to.equal('paused');
  });

  it('ends when another preview, the reading, a pause or another player begins', async () => {
    const { playback, heard, made } = await setUp();
    const first = nameOfError(previewVoice(playback, anna));
    await waitUntil(heard(PREVIEW_TEXT));
    const second = nameOfError(previewVoice(playback, petra));
    expect(await first).to.equal('AbortError');
    expect(playback.previewedVoice).to.equal('Petra');
    await waitUntil(() => made[0]?.log.includes('as Petra'));
    const played = playback.play();
    expect(await second).to.equal('AbortError');
    await played;
    expect(made[0]?.log.filter((entry) => entry === 'aborted')).to.have.length(2);

    const third = nameOfError(previewVoice(playback, anna));
    playback.pause();
    expect(playback.previewedVoice).to.equal(null);
    expect(await third).to.equal('AbortError');

    const fourth = nameOfError(previewVoice(playback, anna));
    const other = await setUp();
    await other.playback.play();
    expect(await fourth).to.equal('AbortError');
    const fifth = nameOfError(previewVoice(playback, anna));
    expect(other.playback.paused).to.equal(true);
    playback.dispose();
    expect(await fifth).to.equal('AbortError');
  });

  it('has the volume of the reading, even if that changes during the preview', async () => {
    const { playback, heard, made } = await setUp();
    const previewed = nameOfError(previewVoice(playback, anna));
    await waitUntil(heard(PREVIEW_TEXT));
    expect(made[0]).to.include({ volume: 1 });
    playback.muted = true;
    expect(made[0]).to.include({ volume: 0, voice: 'Anna' });
    playback.stop();
    expect(await previewed).to.equal('AbortError');
  });

  it('reports why a voice cannot be heard', async () => {
    const errorOf = async (script: Script, asked = anna, options = {}) => {
      const { playback } = await setUp(() => new Ensemble('scripted', script), options);
      const name = await nameOfError(previewVoice(playback, asked));
      expect(playback.previewedVoice).to.equal(null);
      return name;
    };
    expect(await errorOf('fail')).to.equal('NotSupportedError');
    expect(await errorOf('refuse')).to.equal('NotAllowedError');
    expect(await errorOf('speak', { ...anna, voiceURI: 'gone' })).to.equal('NotFoundError');
    expect(await errorOf('speak', { ...anna, engine: 'gone' })).to.equal('NotFoundError');
    expect(await errorOf('speak', anna, { previewText: undefined })).to.equal('NotSupportedError');
    const broken = await setUp(() => {
      const engine = new Ensemble();
      engine.loading = Promise.reject(new Error('no data'));
      engine.loading.catch(() => undefined);
      return engine;
    });
    expect(await nameOfError(previewVoice(broken.playback, anna))).to.equal('NotSupportedError');
  });

  it('asks for consent before text is sent, as the reading does', async () => {
    const answers: Record<string, boolean> = {};
    const { playback, made } = await setUp(
      () => Object.assign(new Ensemble(), { recipient: 'cloud.example' }),
      {
        allows: (recipient) => answers[recipient],
        allow: (recipient, allowed) => (answers[recipient] = allowed),
      },
    );
    const asked = () => waitUntil(() => playback.consent?.recipient === 'cloud.example');
    const ended = nameOfError(previewVoice(playback, anna));
    await asked();
    playback.pause();
    expect(await ended).to.equal('AbortError');
    expect(playback.consent).to.equal(null);

    const refused = nameOfError(previewVoice(playback, anna));
    await asked();
    playback.consent?.answer(false);
    expect(await refused).to.equal('NotAllowedError');
    expect(made[0]?.log).to.deep.equal([]);

    delete answers['cloud.example'];
    const allowed = previewVoice(playback, anna);
    await asked();
    playback.consent?.answer(true);
    await allowed;
    expect(made[0]?.log).to.include(`speak ${PREVIEW_TEXT}`);
    await previewVoice(playback, petra);
  });

  it('does not prevent a later reading from ending', async () => {
    const { playback } = await setUp(() => new Ensemble());
    await previewVoice(playback, anna);
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
  });
});
