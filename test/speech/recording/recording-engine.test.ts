import { expect } from '@open-wc/testing';
import sinon from 'sinon';
import { SpeechError, type Utterance } from '../../../src/speech/engine.js';
import { segmentWords } from '../../../src/speech/segment-words.js';
import { RecordingEngine } from '../../../src/speech/recording/recording-engine.js';
import { recordingFile } from '../../../src/speech/recording/recording-file.js';
import { formatWebVtt } from '../../../src/recording/webvtt.js';
import { audioWith, recordedAudio, sentencesOf, toneOf } from '../../fixtures/recorded-audio.js';
import { ATTEMPTS } from '../contract/subject.js';
import { SpeechTrace } from '../speech-trace.js';

const TEXTS = ['Der erste Satz.', 'Der zweite Satz.', 'Der dritte, längere Satz.'];
const UTTERANCES = TEXTS.map((text, index): Utterance => ({ text, lang: 'de', pause: 0, index }));
const [FIRST, SECOND, THIRD] = UTTERANCES as [Utterance, Utterance, Utterance];

const vtt = (text: string) => new Blob([text], { type: 'text/vtt' });

describe('RecordingEngine', () => {
  const engines: RecordingEngine[] = [];
  const engineFor = (audio: HTMLAudioElement) => {
    const engine = new RecordingEngine(audio);
    engines.push(engine);
    return engine;
  };
  const loaded = async (audio: HTMLAudioElement) => {
    const engine = engineFor(audio);
    await engine.load();
    return engine;
  };
  const failureOf = (promise: Promise<unknown>) =>
    promise.then(
      () => null,
      (error: unknown) => error as SpeechError,
    );
  beforeEach(() => {
    sinon.stub(console, 'error');
  });
  afterEach(() => {
    sinon.restore();
    for (const engine of engines.splice(0)) engine.dispose();
  });

  it('loads no sound before load, whatever it is asked', async () => {
    const sentences = sentencesOf(TEXTS.map((text) => ({ text })));
    const audio = audioWith('/not-there.mp3', vtt(formatWebVtt({ lang: 'de', sentences })));
    const engine = engineFor(audio);
    const requests = () =>
      performance
        .getEntriesByType('resource')
        .filter(({ name }) => name.endsWith('/not-there.mp3'));
    const before = requests().length;
    expect(await engine.voices()).to.have.length(1);
    expect(await engine.speaks('de-AT')).to.equal(true);
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(requests()).to.have.length(before);
    await engine.load();
    await new SpeechTrace(engine, FIRST).settled;
    expect(requests().length).to.be.above(before);
  });

  it('knows of which sentences the sound has arrived', async () => {
    const engine = engineFor(recordedAudio(TEXTS.map((text) => ({ text }))));
    expect(engine.isBuffered(FIRST), 'before it is loaded').to.equal(false);
    await engine.load();
    expect(engine.isBuffered(FIRST), 'before it is played').to.equal(false);
    await new SpeechTrace(engine, FIRST).settled;
    expect(UTTERANCES.map((utterance) => engine.isBuffered(utterance))).to.deep.equal([
      true,
      true,
      true,
    ]);
    expect(engine.isBuffered({ ...FIRST, text: 'Ein anderer.' })).to.equal(false);
  });

  it('plays on from sentence to sentence with the element of the page, and reports their words', async () => {
    const audio = recordedAudio(TEXTS.map((text) => ({ text, duration: 0.5, pause: 0.1 })));
    const engine = await loaded(audio);
    const pauses = sinon.spy();
    const seeks = sinon.spy();
    for (const utterance of UTTERANCES) {
      const trace = new SpeechTrace(engine, utterance);
      await trace.started;
      if (utterance === FIRST) {
        audio.addEventListener('pause', pauses);
        audio.addEventListener('seeking', seeks);
      }
      await trace.settled;
      expect(trace.error).to.equal(null);
      expect(trace.words).to.deep.equal(segmentWords(utterance.text));
      expect(trace.duration).to.be.closeTo(0.5, 1e-9);
      if (utterance !== THIRD) expect(pauses.callCount).to.equal(0);
    }
    expect(seeks.callCount).to.equal(0);
    expect(audio.paused, 'silent after the last sentence').to.equal(true);
  }).retries(ATTEMPTS);

  it('goes to another sentence once the silence after the last one is over, where others were removed', async () => {
    const audio = recordedAudio(TEXTS.map((text) => ({ text, duration: 0.4, pause: 0.4 })));
    const engine = await loaded(audio);
    const first = new SpeechTrace(engine, FIRST);
    await first.settled;
    const third = new SpeechTrace(engine, { ...THIRD, index: 1 });
    await third.started;
    expect(audio.currentTime).to.be.within(1.6, 1.9);
    expect(third.timeOf('start') - first.timeOf('end')).to.be.within(350, 900);
    await third.settled;
  });

  it('falls silent where the next sentence of the recording begins, if that is not spoken', async () => {
    const audio = recordedAudio(TEXTS.map((text) => ({ text, duration: 0.4, pause: 0.2 })));
    const engine = await loaded(audio);
    await new SpeechTrace(engine, FIRST).settled;
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(audio.paused).to.equal(true);
    expect(audio.currentTime).to.be.within(0.55, 0.65);
  });

  it('leaves the element to the engine that came first, and to the next one after that', async () => {
    const audio = recordedAudio(TEXTS.map((text) => ({ text })));
    const [first, second] = [await loaded(audio), await loaded(audio)];
    const trace = new SpeechTrace(second, SECOND);
    await trace.started;
    expect(audio.paused).to.equal(true);
    trace.abort();
    await trace.settled;
    first.dispose();
    const third = await loaded(audio);
    const again = new SpeechTrace(third, SECOND);
    await again.started;
    expect(audio.paused).to.equal(false);
    again.abort();
    await again.settled;
  });

  it('knows who reads: from the file, and first of all from the page', async () => {
    const audio = recordedAudio([{ text: 'Ja.' }], {
      readBy: 'Anna',
      reader: 'person',
      lang: 'fr',
    });
    const engine = engineFor(audio);
    const voice = { name: 'Anna', lang: 'fr', voiceURI: 'vorleser:recording' };
    expect((await engine.voices())[0]).to.include(voice);
    expect(recordingFile(audio).details).to.include({ readBy: 'Anna', reader: 'person' });
    Object.assign(audio.dataset, { readBy: 'Bert', reader: 'computer' });
    expect(recordingFile(audio).details).to.include({ readBy: 'Bert', reader: 'computer' });
    audio.dataset.reader = 'nobody';
    expect(recordingFile(audio).details.reader).to.equal('person');
  });

  it('reads Guided Navigation, also that of others, which refers to elements of the page', async () => {
    const paragraph = document.createElement('p');
    Object.assign(paragraph, { id: 'sentence-1', textContent: 'Der zweite Satz.' });
    document.body.append(paragraph);
    const guided = [
      { audioref: 'a.mp3#t=0,1', text: 'Der erste Satz.' },
      { audioref: 'a.mp3#t=1,2', textref: '#sentence-1' },
    ];
    const track = new Blob([JSON.stringify({ guided })]);
    const { sentences } = await recordingFile(audioWith('/not-there.mp3', track)).read();
    expect(sentences.map(({ start, text }) => [start, text])).to.deep.equal([
      [0, 'Der erste Satz.'],
      [1, 'Der zweite Satz.'],
    ]);
    paragraph.remove();
  });

  it('believes no details of the wrong kind', async () => {
    const lies = { lang: 'no language', readBy: 7, reader: 'cat' } as object;
    const engine = engineFor(recordedAudio([{ text: 'Ja.' }], lies));
    expect((await engine.voices())[0]).to.include({ lang: 'de', name: 'German' });
    expect(await engine.speaks('de')).to.equal(true);
  });

  it('reads another track when the page has changed it', async () => {
    const audio = recordedAudio([{ text: 'Ja.' }], { readBy: 'Anna' });
    await recordingFile(audio).read();
    const other = recordedAudio([{ text: 'Nein.' }], { readBy: 'Bert' });
    const [track, another] = [audio, other].map((each) => each.querySelector('track'));
    if (track && another) track.src = another.src;
    await recordingFile(audio).read();
    expect(recordingFile(audio).details.readBy).to.equal('Bert');
  });

  it('reads the track through the browser where it may not be fetched', async () => {
    const fetching = sinon.stub(globalThis, 'fetch').rejects(new TypeError('Failed to fetch'));
    const engine = await loaded(recordedAudio(TEXTS.map((text) => ({ text }))));
    expect(fetching.callCount).to.be.above(0);
    const trace = new SpeechTrace(engine, SECOND);
    await trace.started;
    expect(trace.duration).to.be.closeTo(1, 1e-6);
    trace.abort();
    await trace.settled;
  });

  describe('fails with a reason', () => {
    const TRACKS: Record<string, string | Blob> = {
      'a missing track': '/not-there.vtt',
      'HTML instead of a track': vtt('<!doctype html><title>404</title>'),
      'a track without sentences': vtt('WEBVTT\n\n1\n00:00.000 --> 00:01.000\nEin Untertitel'),
      'an empty file': vtt(''),
    };
    for (const [name, track] of Object.entries(TRACKS))
      it(`for ${name}`, async () => {
        const engine = engineFor(audioWith(toneOf(3), track));
        expect(await failureOf(engine.load())).to.be.instanceOf(SpeechError);
        expect(await failureOf(engine.load()), 'again').to.be.instanceOf(SpeechError);
      });

    it('where neither fetch nor the browser reads the track', async () => {
      sinon.stub(globalThis, 'fetch').rejects(new TypeError('Failed to fetch'));
      const engine = engineFor(audioWith(toneOf(3), '/not-there.vtt'));
      expect((await failureOf(engine.load()))?.reason).to.equal('network');
    });

    const track = vtt(formatWebVtt({ sentences: sentencesOf(TEXTS.map((text) => ({ text }))) }));
    const SOUNDS: Record<string, string | Blob> = {
      'a missing sound': '/not-there.mp3',
      'a sound that is none': new Blob(['<!doctype html>'], { type: 'audio/mpeg' }),
      'an empty sound': new Blob([], { type: 'audio/wav' }),
    };
    for (const [name, sound] of Object.entries(SOUNDS))
      it(`within a second for ${name}`, async () => {
        const engine = await loaded(audioWith(sound, track));
        for (const utterance of [FIRST, SECOND]) {
          const trace = new SpeechTrace(engine, utterance);
          const began = performance.now();
          await trace.settled;
          expect(trace.error).to.be.instanceOf(SpeechError);
          expect(performance.now() - began).to.be.below(1000);
        }
        // A busy machine is late once in a while.
      }).retries(3);

    it('for a sound that ends in the middle, after what is there', async () => {
      const engine = await loaded(audioWith(toneOf(1.8), track));
      engine.rate = 4;
      expect(engine.covers(SECOND)).to.equal(true);
      const first = new SpeechTrace(engine, FIRST);
      await first.settled;
      expect(first.ended).to.equal(true);
      expect(engine.covers(THIRD), 'it is beyond the end').to.equal(false);
      const second = new SpeechTrace(engine, { ...SECOND });
      await second.settled;
      expect(second.ended, 'most of it was there').to.equal(true);
      const short = await loaded(audioWith(toneOf(1.5), track));
      const half = new SpeechTrace(short, { ...SECOND });
      await half.settled;
      expect(half.error).to.be.instanceOf(SpeechError);
    });
  });
});
