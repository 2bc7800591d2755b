/** The embedded voice as the source of a speech server. */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createMp3Encoder } from 'wasm-media-encoders';

const ASSETS = path.join(import.meta.dirname, '../packages/espeak-ng/assets');

/** In kbit/s, of one channel. */
const MP3_BITRATE = 64;

/** The voices, whose ids have the language that eSpeak NG knows them by. */
const VOICES = [
  { id: 'espeak-ng/de', name: 'eSpeak NG Deutsch', lang: 'de' },
  { id: 'espeak-ng/en', name: 'eSpeak NG English', lang: 'en' },
  { id: 'espeak-ng/fr', name: 'eSpeak NG Français', lang: 'fr' },
  { id: 'espeak-ng/it', name: 'eSpeak NG Italiano', lang: 'it' },
];

/**
 * @param {{ Synthesizer: typeof import('../src/speech/espeak/synthesizer.js').Synthesizer }} synthesizer the module of the synthesizer
 * @param {typeof import('../src/speech/espeak/voice-index.generated.js')} index
 * @returns {Promise<import('../src/server/speech-source.js').SpeechSource>}
 */
export async function espeakSource({ Synthesizer }, { german, english, french, italian }) {
  const { default: createModule } = await import(
    pathToFileURL(path.join(ASSETS, 'espeak-ng.js')).href
  );
  const synthesizer = await Synthesizer.create(createModule, german, await data('german'));
  synthesizer.addLanguage('en', english, await data('english'));
  synthesizer.addLanguage('fr', french, await data('french'));
  synthesizer.addLanguage('it', italian, await data('italian'));
  return {
    name: 'espeak-ng',
    voices: VOICES,
    timesWords: true,
    render: (text, { lang }) => synthesizer.render(text, [{ text, lang }]),
    encoders: { mp3 },
  };
}

async function data(/** @type {string} */ name) {
  return new Uint8Array(await readFile(path.join(ASSETS, `${name}.data`)));
}

/** @type {import('../src/server/speech-source.js').Encoder} */
async function mp3({ samples, sampleRate }) {
  const encoder = await createMp3Encoder();
  encoder.configure({ sampleRate, channels: 1, bitrate: MP3_BITRATE });
  const start = encoder.encode([Float32Array.from(samples, (sample) => sample / 32_768)]).slice();
  return new Blob([start, encoder.finalize().slice()]);
}
