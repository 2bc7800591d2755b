import path from 'node:path';
import { createMp3Encoder } from 'wasm-media-encoders';

// Built, so that their types are missing in a fresh clone.
/** @type {typeof import('../../src/narration/index.js')} */
const { createNarration } = await import(path.resolve('lib/narration/index.js'));
/** @type {typeof import('../../src/narrate/articles/open-document.js')} */
const { openDocument } = await import(path.resolve('lib/narrate/articles/open-document.js'));
/** @type {typeof import('../../src/recording/sentence-hash.js')} */
export const { sentenceHash } = await import(path.resolve('lib/recording/sentence-hash.js'));

/** Opens a page without a browser. */
async function openPage(/** @type {string} */ html) {
  const { document } = await openDocument(html, 'https://zeitung.example/story.html');
  const { DOMParser } = /** @type {Window & typeof globalThis} */ (document.defaultView);
  const parse = (/** @type {string} */ xml, /** @type {DOMParserSupportedType} */ type) =>
    new DOMParser().parseFromString(xml, type);
  return { document, parse };
}

/**
 * An article as if it had been recorded: each sentence takes as long, and the last fifth of that is silence.
 *
 * @param {string} html a page with an article
 * @param {number} [seconds] per sentence
 */
export async function narrated(html, seconds = 1) {
  const { document, parse } = await openPage(html);
  const article = /** @type {Element} */ (document.querySelector('article'));
  const narration = createNarration(article);
  narration.at(Infinity);
  const { cues } = narration;
  narration.dispose();
  /** @type {import('../../src/recording/recording.js').Recording} */
  const recording = {
    title: 'Im Flug',
    lang: 'de',
    reader: 'computer',
    readBy: 'eSpeak NG',
    sentences: cues.map(({ text }, index) => ({
      index,
      start: index * seconds,
      end: (index + 0.8) * seconds,
      hash: sentenceHash(text),
      text,
    })),
  };
  return { article, cues, recording, parse };
}

/** An MP3 file with a tone. */
export async function tone(/** @type {number} */ seconds) {
  const encoder = await createMp3Encoder();
  const sampleRate = 16_000;
  encoder.configure({ sampleRate, channels: 1, bitrate: 32 });
  const samples = Float32Array.from(
    { length: seconds * sampleRate },
    (_, n) => 0.1 * Math.sin((n * 440 * 2 * Math.PI) / sampleRate),
  );
  const start = Buffer.from(encoder.encode([samples]).slice());
  return Buffer.concat([start, encoder.finalize().slice()]);
}
