import { aTimeout, expect } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine } from '../fixtures/scripted-engine.js';
import { previewVoice } from '../../src/playback/voice-preview.js';

describe('The system', () => {
  it('pauses and resumes the reading within the sentence, without a word from another engine', async () => {
    const engine = new ScriptedEngine('first', 'hold');
    const other = new ScriptedEngine('second');
    const { playback, log } = await playbackOf([engine, other]);
    await playback.play();
    engine.systemCommands?.pause();
    expect(playback).to.include({ paused: true, state: 'paused', error: null, notice: null });
    expect(log.at(-1)).to.equal('pause');
    await aTimeout(50);
    engine.systemCommands?.play();
    expect(playback.paused).to.equal(false);
    await waitUntil(() => playback.state === 'speaking');
    expect(engine.log).to.deep.equal(['speak Titel', 'pause', 'resume']);
    expect(other.log).to.deep.equal([]);
    playback.dispose();
  });

  it('pauses the reading before a sentence is heard, which then begins again', async () => {
    const engine = new ScriptedEngine('first', ({ text }) => (text === 'Titel' ? 'hold' : 'hang'));
    const { playback } = await playbackOf([engine]);
    await playback.play();
    engine.finish();
    await waitUntil(() => engine.log.includes('speak Eins.'));
    engine.systemCommands?.pause();
    expect(playback.state).to.equal('paused');
    await aTimeout(20);
    const asked = engine.log.length;
    void playback.play().catch(() => undefined);
    await waitUntil(() => engine.log.length > asked);
    expect(engine.log.at(-1)).to.equal('speak Eins.');
    playback.dispose();
  });

  it('has no effect on a reading that has ended', async () => {
    const engine = new ScriptedEngine('first', 'hold');
    const { playback } = await playbackOf([engine]);
    await playback.play();
    playback.stop();
    engine.systemCommands?.pause();
    expect(playback.state).to.equal('idle');
    playback.dispose();
  });

  it('ends the preview of a voice', async () => {
    const made: ScriptedEngine[] = [];
    const make = () => {
      const engine = new ScriptedEngine('scripted', 'hold');
      made.push(engine);
      return Promise.resolve(engine);
    };
    const { playback } = await playbackOf([], undefined, {
      engines: () => [make],
      previewText: () => 'So klingt sie.',
    });
    const previewed = previewVoice(playback, { engine: 'scripted', voiceURI: 'scripted/de' }).catch(
      (error: unknown) => (error as DOMException).name,
    );
    await waitUntil(() => made[0]?.log.includes('speak So klingt sie.'));
    made[0]?.systemCommands?.pause();
    expect(playback.previewedVoice).to.equal(null);
    expect(await previewed).to.equal('AbortError');
    expect(playback.state).to.equal('idle');
    playback.dispose();
  });
});
