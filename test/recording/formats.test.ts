import { expect } from '@open-wc/testing';
import { formatCaptions } from '../../src/recording/captions.js';
import { formatGuidedNavigation } from '../../src/recording/guided-navigation.js';
import { parseRecording } from '../../src/recording/parse-recording.js';
import type { Recording } from '../../src/recording/recording.js';
import { referencedText } from '../../src/recording/referenced-text.js';
import { sentenceHash } from '../../src/recording/sentence-hash.js';
import { formatSyncNarration } from '../../src/recording/sync-narration.js';
import { formatWebVtt } from '../../src/recording/webvtt.js';

const RECORDING: Recording = {
  title: 'Ein Titel',
  lang: 'de',
  reader: 'person',
  readBy: 'Ada Meier',
  sentences: [
    {
      index: 0,
      start: 0,
      end: 1.25,
      hash: sentenceHash('Ein Satz – 100 % ein-deutig, & kurz.'),
      text: 'Ein Satz – 100 % ein-deutig, & kurz.',
      words: [[0, 3, 0.05]],
    },
    { index: 2, start: 1.5, end: 3725.004, hash: 'def', text: 'Well.', lang: 'en' },
  ],
};
const FILES = { audio: 'story.mp3', page: 'story.html' };

/** The first item in the list of a document. */
function firstIn(document: string, list: string): Record<string, unknown> {
  const [first] = (JSON.parse(document) as Record<string, Record<string, unknown>[]>)[list] ?? [];
  return first ?? {};
}

describe('formats of a recording', () => {
  for (const [name, write] of Object.entries({
    WebVTT: formatWebVtt,
    'Synchronized Narration': (recording: Recording) => formatSyncNarration(recording, FILES),
    'Guided Navigation': (recording: Recording) => formatGuidedNavigation(recording, FILES),
  }))
    it(`${name} is read as it was written`, async () => {
      expect(await parseRecording(write(RECORDING))).to.deep.equal(RECORDING);
      expect(await parseRecording(`\uFEFF${write(RECORDING)}`)).to.deep.equal(RECORDING);
    });

  it('refuses what is none of them', async () => {
    for (const text of [
      '<!doctype html>',
      '{',
      '{}',
      '{"narration":1}',
      '{"guided":{}}',
      '[]',
      '',
    ]) {
      const outcome = await parseRecording(text).catch((error: unknown) => error);
      expect(outcome, text).to.be.instanceOf(SyntaxError);
    }
  });

  it('cannot refer to a sentence without its text', () => {
    const sentences = [{ index: 7, start: 0, end: 1, hash: 'abc' }];
    expect(() => formatSyncNarration({ sentences }, FILES)).to.throw(TypeError, '7');
    expect(() => formatGuidedNavigation({ sentences }, FILES)).to.throw(TypeError, '7');
  });

  describe('Synchronized Narration', () => {
    it('points to the text and to the sound', () => {
      const { text, audio } = firstIn(formatSyncNarration(RECORDING, FILES), 'narration');
      expect(audio).to.equal('story.mp3#t=0,1.25');
      expect(text).to.equal(
        'story.html#:~:text=Ein%20Satz%20%E2%80%93%20100%20%25%20ein%2Ddeutig%2C%20%26%20kurz.',
      );
    });

    it('is read from others, whose texts are elements of the page', async () => {
      const article = document.createElement('article');
      article.innerHTML = '<h1 id="id1">Der  <em>Titel</em>\n</h1><p id="id 2">Und &amp; mehr.</p>';
      const document_ = {
        role: 'body',
        narration: [
          { text: '#id1', audio: 'audio.mp3#t=0.0,1.2' },
          {
            role: 'aside',
            narration: [
              { text: 'page.html#id%202', audio: 'audio.mp3#t=npt:1:01.2,0:01:03.4' },
              { text: '#gone', audio: 'audio.mp3#t=4,5' },
              { text: '#id1', audio: 'other.mp3#t=5,6' },
              { text: '#id1', audio: 'audio.mp3#t=9,8' },
            ],
          },
        ],
      };
      const { sentences } = await parseRecording(
        JSON.stringify(document_),
        referencedText(article),
      );
      expect(sentences).to.deep.equal([
        { index: 0, start: 0, end: 1.2, hash: sentenceHash('Der Titel'), text: 'Der Titel' },
        {
          index: 1,
          start: 61.2,
          end: 63.4,
          hash: sentenceHash('Und & mehr.'),
          text: 'Und & mehr.',
        },
      ]);
    });
  });

  describe('Guided Navigation', () => {
    it('has the text, its language, and the sound', () => {
      const [first, second] = (
        JSON.parse(formatGuidedNavigation(RECORDING, FILES)) as { guided: { text: unknown }[] }
      ).guided;
      expect(first?.text).to.equal('Ein Satz – 100 % ein-deutig, & kurz.');
      expect(second?.text).to.deep.equal({ plain: 'Well.', language: 'en' });
      expect(second).to.include({ audioref: 'story.mp3#t=1.5,3725.004' });
      expect(second).to.include({ textref: 'story.html#:~:text=Well.' });
    });

    it('is read from others, with embedded text, quoted text and nested objects', async () => {
      const guided = [
        { audioref: 'a.mp3#t=0,7', text: 'This is the first.' },
        {
          textref: 'chapter1.html#start',
          role: ['chapter'],
          audioref: 'a.mp3#t=7,20',
          children: [
            { audioref: 'a.mp3#t=7', textref: 'chapter1.html#:~:text=Voil%C3%A0%2C%20non%3F' },
            { audioref: 'a.mp3#t=12,20', text: { plain: 'Ja.', language: 'de' } },
            { imgref: 'page.jpg', text: 'A picture without sound' },
          ],
        },
        { audioref: 'a.mp3#t=20,22', textref: 'c.html#:~:text=from,to' },
      ];
      const { sentences } = await parseRecording(JSON.stringify({ guided }));
      expect(sentences.map(({ start, end, text, lang }) => [start, end, text, lang])).to.deep.equal(
        [
          [0, 7, 'This is the first.', undefined],
          [7, 12, 'Voilà, non?', undefined],
          [12, 20, 'Ja.', 'de'],
        ],
      );
    });
  });

  describe('captions', () => {
    it('show the sentences, escaped', () => {
      const sentences = [
        { index: 0, start: 0.5, end: 2, hash: 'a', text: 'Eins < zwei & drei --> vier.' },
        { index: 1, start: 2, end: 3, hash: 'b' },
      ];
      expect(formatCaptions({ sentences })).to.equal(
        'WEBVTT\n\n00:00:00.500 --> 00:00:02.000\nEins &lt; zwei &amp; drei --&gt; vier.\n',
      );
    });

    it('divide a long sentence where the times of its words are known', async () => {
      const text = 'Wort '.repeat(40).trim();
      const words = Array.from({ length: 40 }, (_, n) => [n * 5, n * 5 + 4, 10 + n] as const);
      const sentences = [{ index: 0, start: 10, end: 50, hash: 'a', text, words }];
      const track = document.createElement('track');
      const file = new Blob([formatCaptions({ sentences })], { type: 'text/vtt' });
      track.src = URL.createObjectURL(file);
      document.createElement('audio').append(track);
      track.track.mode = 'hidden';
      await new Promise((resolve) => track.addEventListener('load', resolve, { once: true }));
      const cues = Array.from(track.track.cues ?? []) as VTTCue[];
      expect(cues.map(({ startTime, endTime }) => [startTime, endTime])).to.deep.equal([
        [10, 24],
        [24, 37],
        [37, 50],
      ]);
      expect(cues.map((cue) => cue.text).join(' ')).to.equal(text);
      expect(formatCaptions({ sentences: [{ ...sentences[0]!, words: [] }] })).to.contain(text);
      URL.revokeObjectURL(track.src);
    });
  });
});
