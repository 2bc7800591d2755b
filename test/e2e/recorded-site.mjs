/** The article page with a recording of its article, which the embedded voice has made. */
import createModule from '@echogarden/espeak-ng-emscripten';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { serve } from '../../build/serve.mjs';
import { livePage } from './live-page.mjs';

const lib = (/** @type {string} */ file) => import(path.resolve('lib', file));
const { Synthesizer } = await lib('speech/espeak/synthesizer.js');
const { germanData } = await lib('speech/espeak/voice-data.js');
const { wavOf } = await lib('speech/sound/wav.js');
const { formatWebVtt } = await lib('recording/webvtt.js');
const { sentenceHash } = await lib('recording/sentence-hash.js');

/** The silence after each sentence, in seconds. */
const PAUSE = 0.4;

/** Samples beyond it are loud, as for the recorder. */
const LOUD = 200;

/**
 * @typedef {object} Recorded a recorded sentence
 * @property {string} text
 * @property {number} index
 * @property {number} start in seconds
 * @property {number} end
 * @property {number} loudFrom when it is first heard: a voice begins with some silence
 */

/**
 * Records sentences with the embedded voice.
 *
 * @param {readonly string[]} texts
 * @returns {Promise<{ wav: Buffer, vtt: string, sentences: Recorded[], duration: number }>}
 */
export async function recordingOf(texts) {
  const data = await readFile('packages/espeak-ng/assets/german.data');
  const synthesizer = await Synthesizer.create(createModule, germanData.files, data);
  /** @type {Int16Array<ArrayBuffer>[]} */
  const pieces = [];
  let samples = 0;
  let rate = 0;
  const sentences = texts.map((text, index) => {
    const rendering = synthesizer.render(text);
    rate = rendering.sampleRate;
    const start = samples / rate;
    const loud = rendering.samples.findIndex(
      (/** @type {number} */ value) => Math.abs(value) > LOUD,
    );
    const silence = new Int16Array(Math.round(PAUSE * rate));
    pieces.push(rendering.samples, silence);
    samples += rendering.samples.length;
    const end = samples / rate;
    samples += silence.length;
    const words = rendering.words.map((/** @type {any} */ word) => [
      word.start,
      word.end,
      start + word.time,
    ]);
    return {
      index,
      start,
      end,
      hash: sentenceHash(text),
      text,
      words,
      loudFrom: start + loud / rate,
    };
  });
  const vtt = formatWebVtt({
    lang: 'de',
    reader: 'computer',
    readBy: 'eSpeak NG',
    sentences: sentences.map((sentence) => ({ ...sentence, loudFrom: undefined })),
  });
  const wav = Buffer.from(await wavOf(pieces, rate).arrayBuffer());
  return { wav, vtt, sentences, duration: samples / rate };
}

/** @typedef {(response: import('node:http').ServerResponse, request: import('node:http').IncomingMessage) => void} Answer */

/**
 * Serves the build. The article page has a recording: `story.wav` and `story.vtt`.
 *
 * @param {{ wav: Buffer, vtt: string }} recording
 */
export async function serveRecorded(recording) {
  /** What the server answers instead, by path. @type {Map<string, Answer>} */
  const answers = new Map();
  /** The paths that were asked for. @type {string[]} */
  const requests = [];
  /** What the page is like. */
  const page = { policy: '', audio: '', edit: (/** @type {string} */ html) => html };

  const html = await livePage();
  const served = await serve(0, (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    requests.push(pathname);
    const answer = answers.get(pathname);
    if (answer) answer(response, request);
    else if (pathname === '/') {
      if (page.policy) response.setHeader('Content-Security-Policy', page.policy);
      response.setHeader('Content-Type', 'text/html; charset=utf-8');
      response.end(page.edit(html.replace(/(<vorleser-player[^>]*>)/, `$1${page.audio || AUDIO}`)));
    } else if (pathname === '/story.vtt') {
      response.setHeader('Content-Type', 'text/vtt');
      response.end(recording.vtt);
    } else if (pathname === '/story.wav') sendPart(recording.wav, request, response);
    else return false;
    return true;
  });
  return { ...served, answers, requests, look: page };
}

/** As in the documentation: without JavaScript it plays by itself. */
const AUDIO = `
  <audio controls preload="none">
    <source src="/story.wav" type="audio/wav" />
    <track kind="metadata" src="/story.vtt" />
  </audio>
`;

/**
 * Sends a file, or the part of it that is asked for.
 *
 * @param {Buffer} file
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
function sendPart(file, request, response) {
  const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(request.headers.range ?? '') ?? [];
  response.setHeader('Content-Type', 'audio/wav');
  response.setHeader('Accept-Ranges', 'bytes');
  if (from === undefined) {
    response.setHeader('Content-Length', file.length);
    response.end(file);
    return;
  }
  const end = to ? Math.min(Number(to), file.length - 1) : file.length - 1;
  const part = file.subarray(Number(from), end + 1);
  response.writeHead(206, {
    'Content-Range': `bytes ${from}-${end}/${file.length}`,
    'Content-Length': part.length,
  });
  response.end(part);
}
