import { expect } from '@open-wc/testing';
import type { Recording } from '../../src/recording/recording.js';
import { sentenceHash } from '../../src/recording/sentence-hash.js';
import { formatWebVtt, parseWebVtt } from '../../src/recording/webvtt.js';

const RECORDING: Recording = {
  title: 'Der Pfeil --> und die Zeile',
  lang: 'de',
  reader: 'computer',
  readBy: 'eSpeak NG',
  sentences: [
    { index: 0, start: 0, end: 1.25, hash: 'abc', text: 'Ein Satz.', words: [[0, 3, 0.05]] },
    { index: 2, start: 1.5, end: 3725.004, hash: 'def', text: 'Auf --> ab.', lang: 'en' },
  ],
};

describe('WebVTT of a recording', () => {
  it('reads what it has written', () => {
    expect(parseWebVtt(formatWebVtt(RECORDING))).to.deep.equal(RECORDING);
  });

  it('is understood by the browser', async () => {
    const audio = document.createElement('audio');
    const track = document.createElement('track');
    track.kind = 'metadata';
    track.src = URL.createObjectURL(new Blob([formatWebVtt(RECORDING)], { type: 'text/vtt' }));
    audio.append(track);
    track.track.mode = 'hidden';
    await new Promise((resolve) => track.addEventListener('load', resolve, { once: true }));
    const cues = Array.from(track.track.cues ?? []) as VTTCue[];
    expect(cues.map(({ id, startTime, endTime }) => [id, startTime, endTime])).to.deep.equal([
      ['0', 0, 1.25],
      ['2', 1.5, 3725.004],
    ]);
    expect((JSON.parse(cues[1]?.text ?? '') as { text: string }).text).to.equal('Auf --> ab.');
    URL.revokeObjectURL(track.src);
  });

  it('leaves out what is not a sentence', () => {
    const text = formatWebVtt(RECORDING) + '\n7\n00:01.000 --> 00:02.000\nEin Untertitel\n';
    expect(parseWebVtt(text).sentences).to.have.length(2);
    expect(parseWebVtt('WEBVTT').sentences).to.deep.equal([]);
  });

  it('knows a sentence by its text where a track written by hand has no hash', () => {
    const text = 'WEBVTT\n\n0\n00:00.000 --> 00:01.000\n{"text":" Ein  Satz. "}\n';
    const [sentence] = parseWebVtt(text).sentences;
    expect(sentence?.hash).to.equal(sentenceHash('Ein Satz.'));
  });

  it('reads files with a byte order mark and the line ends of Windows', () => {
    const text = '\uFEFF' + formatWebVtt(RECORDING).replaceAll('\n', '\r\n');
    expect(parseWebVtt(text)).to.deep.equal(RECORDING);
  });

  it('refuses what is not WebVTT', () => {
    expect(() => parseWebVtt('<!doctype html>')).to.throw(SyntaxError);
    expect(() => parseWebVtt('WEBVTTX')).to.throw(SyntaxError);
  });
});
