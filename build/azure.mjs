/**
 * Makes src/speech/azure/ponyfill.js out of web-speech-cognitive-services, for every build, test and consumer alike:
 *
 * - without the Speech SDK, 64 of its 73 KB (brotli), which only recognition uses; a stub with the names it touches is put
 *   in its place. No bundler of a page that uses this package has to be told to do that.
 * - as a function of the `fetch` and the `document` that it is to use, since it lets nobody hand these in: it takes the
 *   page's own, hides the service's status and Retry-After, and marks the page with a <meta>.
 *
 * Tries the result, and fails loudly when the package is not laid out as expected.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';

const PACKAGE = 'web-speech-cognitive-services';
const OUTPUT = path.join(import.meta.dirname, '../src/speech/azure');

/** What the package touches of the Speech SDK: some names when it is loaded, the microphone also when it synthesises. */
const STUB = `
export const AudioConfig = { fromDefaultMicrophoneInput() {} };
export const [OutputFormat, ResultReason] = [{}, {}];
export const [AudioSourceEvent, PropertyId, SpeechConfig, SpeechRecognizer] = [];
`;

/** @returns {never} */
function fail(/** @type {string} */ what) {
  throw new Error(
    `${PACKAGE} is not laid out as build/azure.mjs expects: ${what}. Compare the package with the one named in package-lock.json.`,
  );
}

/** @type {import('esbuild').Plugin} */
const withoutSpeechSdk = {
  name: 'without-speech-sdk',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^microsoft-cognitiveservices-speech-sdk/ }, ({ path }) => ({
      path,
      namespace: 'stub',
      sideEffects: false,
    }));
    onLoad({ filter: /./, namespace: 'stub' }, () => ({ contents: STUB }));
  },
};

const { outputFiles, metafile } = await build({
  stdin: {
    contents: `export { createSpeechSynthesisPonyfill } from '${PACKAGE}'`,
    resolveDir: import.meta.dirname,
  },
  bundle: true,
  write: false,
  metafile: true,
  format: 'iife',
  globalName: 'ponyfill',
  target: 'es2022',
  legalComments: 'none',
  plugins: [withoutSpeechSdk],
});
const bundled = outputFiles[0]?.text ?? '';
if (bundled.includes('SpeechServiceConnection')) fail('it still holds the Speech SDK');

const licences = licencesOf(Object.keys(metafile.inputs));
writeFileSync(
  path.join(OUTPUT, 'ponyfill.js'),
  `// @ts-nocheck
/** Made by build/azure.mjs of ${PACKAGE} and what it needs, see ponyfill-licences.txt. */
export function makePonyfill(fetch, document) {
${bundled}
return ponyfill;
}
`,
);
writeFileSync(path.join(OUTPUT, 'ponyfill-licences.txt'), licences);
await tryIt();
console.log(`Azure voices: ${PACKAGE}, ${(bundled.length / 1e3).toFixed(0)} KB before minifying`);

/** The licences of the packages that files belong to. */
function licencesOf(/** @type {string[]} */ files) {
  const folders = files.map((file) => /^node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0]);
  return [...new Set(folders)]
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
      const names = ['LICENSE', 'LICENSE.md', 'LICENCE', 'license'];
      const text = names.map((file) => read(`${folder}/${file}`)).find(Boolean);
      return `${name} ${version}, ${license}\n\n${text?.trim() ?? 'It has no text of its licence.'}\n`;
    })
    .join(`\n${'-'.repeat(80)}\n\n`);
}

function read(/** @type {string} */ file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

/** Synthesises with it as the engine does. */
async function tryIt() {
  /** @type {string[]} */
  const asked = [];
  const fetch = (/** @type {string} */ url, /** @type {RequestInit} */ { body } = {}) => {
    asked.push(`${url} ${body ?? ''}`);
    return Promise.resolve(url.endsWith('/list') ? Response.json([]) : new Response('sound'));
  };
  const document = { createElement: () => ({ setAttribute() {} }), head: { appendChild() {} } };
  Object.assign(globalThis, { window: { AudioContext: class {}, navigator: {} } });
  const { makePonyfill } = await import(path.join(OUTPUT, 'ponyfill.js'));
  const { createSpeechSynthesisPonyfill } = makePonyfill(fetch, document);
  const access = { authorizationToken: 'token', region: 'here' };
  const { SpeechSynthesisUtterance } = createSpeechSynthesisPonyfill({ credentials: access });
  const utterance = new SpeechSynthesisUtterance('<speak>Guten Tag.</speak>');
  utterance.preload({ fetchCredentials: () => Promise.resolve(access), outputFormat: 'mp3' });
  const sound = new TextDecoder().decode(await utterance.arrayBufferPromise);
  const host = 'https://here.tts.speech.microsoft.com/cognitiveservices';
  if (sound !== 'sound' || !asked.includes(`${host}/v1 <speak>Guten Tag.</speak>`))
    fail(`it asked for ${asked.join()}, and fetched ${sound}`);
  if (!asked.includes(`${host}/voices/list `)) fail('it does not list voices');
}
