import { expect, oneEvent } from '@open-wc/testing';
import { waitUntil } from '../fixtures/wait-until.js';
import { playbackOf } from '../fixtures/playback.js';
import { ScriptedEngine, ScriptedRecording } from '../fixtures/scripted-engine.js';
import type { Notice } from '../../src/playback/notice.js';
import { previewVoice } from '../../src/playback/voice-preview.js';
import type { SpeechEngine } from '../../src/speech/engine.js';

const ALL = ['Titel', 'Eins.', 'Zwei.', 'Mitte', 'Drei.'];

/** Engines that know what they cover, and the narration that receives its times. */
async function playbackWith(engines: readonly SpeechEngine[], markup?: string) {
  const made: Awaited<ReturnType<typeof playbackOf>> = await playbackOf(engines, markup, {
    onTiming: (timingOf) => {
      const narration = made.playback.track?.narration;
      if (narration) narration.timingOf = timingOf;
    },
  });
  return made;
}

async function readToTheEnd(engines: readonly SpeechEngine[], markup?: string) {
  const { playback, log } = await playbackWith(engines, markup);
  const ended = oneEvent(playback, 'ended');
  await playback.play();
  await ended;
  return { playback, log };
}

const spoken = ({ log }: ScriptedEngine) =>
  log.filter((entry) => entry.startsWith('speak ')).map((entry) => entry.slice(6));

describe('Playback with a recording', () => {
  it('hears the sentences that it covers from it, and only the others from the next engine, without a notice', async () => {
    const recording = new ScriptedRecording(ALL.filter((text) => text !== 'Zwei.'));
    const live = new ScriptedEngine('live');
    const { playback, log } = await readToTheEnd([recording, live]);
    expect(spoken(recording)).to.deep.equal(['Titel', 'Eins.', 'Mitte', 'Drei.']);
    expect(spoken(live)).to.deep.equal(['Zwei.']);
    expect(log.filter((entry) => /^cue (?!undefined)/.test(entry))).to.deep.equal(
      ALL.map((text) => `cue ${text}`),
    );
    expect(playback.notice).to.equal(null);
  });

  it('goes on with the next engine at the same sentence where it fails, and says so', async () => {
    const recording = new ScriptedRecording(ALL, ({ text }) =>
      text === 'Zwei.' ? 'fail' : 'speak',
    );
    const live = new ScriptedEngine('live');
    const { playback } = await readToTheEnd([recording, live]);
    expect(spoken(live)).to.deep.equal(['Zwei.', 'Mitte', 'Drei.']);
    expect(playback.notice).to.include({ kind: 'takeover', from: 'recording', to: 'live' });
  });

  it('is relieved soon while its sound has not arrived, and is heard again without the notice where it has', async () => {
    const missing = ['Eins.', 'Zwei.'];
    const recording = new ScriptedRecording(ALL, ({ text }) =>
      missing.includes(text) ? 'hang' : 'speak',
    );
    for (const text of missing) recording.missing.add(text);
    const live = new ScriptedEngine('live');
    const { playback } = await playbackWith([recording, live]);
    const notices = new Set<Notice>();
    playback.addEventListener('cuechange', () => playback.notice && notices.add(playback.notice));
    const ended = oneEvent(playback, 'ended');
    await playback.play();
    await ended;
    expect([...notices]).to.deep.equal([
      { kind: 'takeover', from: 'recording', to: 'live', reason: 'timeout' },
    ]);
    expect(spoken(live)).to.deep.equal(missing);
    expect(spoken(recording), 'It is not waited for again').to.deep.equal([
      'Titel',
      'Eins.',
      'Mitte',
      'Drei.',
    ]);
    expect(playback.notice).to.equal(null);
  });

  it('is given up where its sound is there, but nothing is heard', async () => {
    const recording = new ScriptedRecording(ALL, ({ text }) =>
      text === 'Eins.' ? 'hang' : 'speak',
    );
    const live = new ScriptedEngine('live');
    await readToTheEnd([recording, live]);
    expect(spoken(live)).to.deep.equal(['Eins.', 'Zwei.', 'Mitte', 'Drei.']);
  });

  it('says that it does not load, and reads with the next engine', async () => {
    const recording = new ScriptedRecording(ALL);
    recording.loading = Promise.reject(new Error('no track'));
    recording.loading.catch(() => undefined);
    const live = new ScriptedEngine('live');
    const { playback } = await readToTheEnd([recording, live]);
    expect(spoken(live)).to.deep.equal(ALL);
    expect(playback.notice).to.include({ kind: 'takeover', from: 'recording', to: 'live' });
  });

  it('is heard after an engine that was chosen, where that fails', async () => {
    const chosen = new ScriptedEngine('chosen', ({ text }) =>
      text === 'Zwei.' ? 'fail' : 'speak',
    );
    const recording = new ScriptedRecording(['Zwei.', 'Drei.']);
    const live = new ScriptedEngine('live');
    await readToTheEnd([chosen, recording, live]);
    expect(spoken(chosen)).to.deep.equal(['Titel', 'Eins.', 'Zwei.']);
    expect(spoken(recording)).to.deep.equal(['Zwei.', 'Drei.']);
    expect(spoken(live)).to.deep.equal(['Mitte']);
  });

  it('gets each sentence as it is written, whole, with its number', async () => {
    const long = `${'Am 3. Mai 2021 kamen 12.000 Menschen, '.repeat(20)}und gingen.`;
    const recording = new ScriptedRecording([long]);
    const live = new ScriptedEngine('live');
    await readToTheEnd([recording, live], `<p>Ja. ${long}</p>`);
    expect(spoken(recording)).to.deep.equal([long]);
    expect(recording.asked.find(({ text }) => text === long)?.index).to.equal(1);
    expect(live.log).to.deep.equal(['speak Ja.']);
  });

  it('leaves the silence between a sentence that is recorded and one that is not', async () => {
    const live = new ScriptedEngine('live');
    const { playback } = await playbackWith(
      [new ScriptedRecording(['Eins.']), live],
      '<p>Eins. Zwei.</p>',
    );
    await playback.play();
    await waitUntil(() => playback.state === 'speaking');
    const began = performance.now();
    await waitUntil(() => live.log.length > 0, 'spoken', { interval: 5 });
    expect(performance.now() - began).to.be.above(450);
    playback.stop();
  });

  it('has the engine of the next sentence prepare it', async () => {
    const recording = new ScriptedRecording(['Eins.'], 'hold');
    const live = new ScriptedEngine('live');
    const { playback } = await playbackWith([recording, live], '<p>Eins. Zwei. Drei.</p>');
    await playback.play();
    await waitUntil(() => live.prepared.length > 0);
    expect(live.prepared.map(({ text }) => text)).to.deep.equal(['Zwei.']);
    playback.stop();
  });

  it('knows all times once it is loaded, and no longer when another voice is chosen', async () => {
    const recording = new ScriptedRecording(ALL, 'hold');
    const { playback, log } = await playbackWith([recording, new ScriptedEngine('live')]);
    playback.prepare();
    await waitUntil(() => playback.duration > 0);
    const estimated = playback.duration;
    await playback.play();
    await waitUntil(() => Math.abs(playback.duration - (5 + 4 * 0.5)) < 1e-9);
    expect(log).to.include('durationchange');
    expect(playback.cues.map(({ startTime }) => startTime)).to.deep.equal([0, 1.5, 3, 4.5, 6]);
    playback.currentTime = 4.6;
    expect(playback.activeCue?.text ?? playback.cues[3]?.text).to.equal('Mitte');
    playback.voice = 'live/de';
    expect(playback.duration).to.be.closeTo(estimated, 3);
    expect(playback.duration).not.to.equal(7);
    playback.stop();
  });

  it('plays a sentence of it as its sample', async () => {
    const recording = new ScriptedRecording(ALL);
    const { playback } = await playbackWith([recording], undefined);
    await previewVoice(playback, { engine: 'recording', voiceURI: 'recording/de' });
    expect(spoken(recording)).to.deep.equal(['Titel']);
  });
});
