/**
 * Cuts what German needs out of eSpeak NG's data (24 MB for all languages), so that a page loads 0.73 MB of it:
 * src/speech/espeak/voice/german.data; and beside it what the foreign words of an article need besides, a file a
 * language. files.ts says what lies in them. Tries the result, and fails loudly when the package is not laid out as
 * expected.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const PACKAGE = '@echogarden/espeak-ng-emscripten';
const DATA_FOLDER = '/usr/share/espeak-ng-data/';
const PARTS = {
  german: ['phontab', 'phonindex', 'phondata', 'intonations', 'de_dict', 'lang/gmw/de'],
  english: ['en_dict', 'lang/gmw/en'],
  french: ['fr_dict', 'lang/roa/fr'],
  italian: ['it_dict', 'lang/roa/it'],
};
const OUTPUT = path.join(import.meta.dirname, '../src/speech/espeak/voice');

/** @returns {never} */
function fail(/** @type {string} */ what) {
  throw new Error(
    `${PACKAGE} is not laid out as build/voice.mjs expects: ${what}. Compare the package with the one named in package-lock.json.`,
  );
}

const engine = createRequire(import.meta.url).resolve(PACKAGE);
const source = await readFile(engine, 'utf8');
const all = await readFile(path.join(path.dirname(engine), 'espeak-ng.data'));

const packed = /remote_package_size:(\d+)/.exec(source)?.[1];
if (Number(packed) !== all.length)
  fail(`its index speaks of ${packed} bytes of data, the file has ${all.length}`);

const cut = Object.entries(PARTS).map(([part, names]) => ({ part, files: names.map(fileOf) }));

/** @returns {[string, Buffer]} */
function fileOf(/** @type {string} */ name) {
  const entry = new RegExp(`filename:"${DATA_FOLDER}${name}",start:(\\d+),end:(\\d+)`).exec(source);
  if (!entry) fail(`no file ${name} in its index`);
  const bytes = all.subarray(Number(entry[1]), Number(entry[2]));
  if (bytes.length === 0) fail(`${name} is empty`);
  return [name, bytes];
}

const { default: create } = await import(pathToFileURL(engine).href);
const module = await create({ getPreloadedPackage: () => new ArrayBuffer(0), printErr() {} });
for (const { files } of cut)
  for (const [name, bytes] of files) module.FS.writeFile(DATA_FOLDER + name, bytes);
const espeak = new module.eSpeakNGWorker();
for (const lang of ['de', 'en', 'fr', 'it']) {
  espeak.set_voice('de', 'de');
  let loudest = 0;
  espeak.synthesize(
    `<voice xml:lang="${lang}">Maria.</voice>`,
    (/** @type {Int16Array} */ samples) => {
      for (const sample of samples) loudest = Math.max(loudest, Math.abs(sample));
      return false;
    },
  );
  if (loudest < 1000) fail(`what was cut out of it does not speak ${lang}`);
}

await mkdir(OUTPUT, { recursive: true });
let index =
  '/** Made by build/voice.mjs: what lies in each file of data, in order, with its size in bytes. */\n';
for (const { part, files } of cut) {
  await writeFile(
    path.join(OUTPUT, `${part}.data`),
    Buffer.concat(files.map(([, bytes]) => bytes)),
  );
  const lines = files.map(([name, bytes]) => `  ['${name}', ${bytes.length}],\n`).join('');
  index += `export const ${part} = [\n${lines}] as const;\n`;
  const size = files.reduce((sum, [, bytes]) => sum + bytes.length, 0);
  console.log(`${part}: ${(size / 1e6).toFixed(2)} MB of ${(all.length / 1e6).toFixed(1)} MB`);
}
await writeFile(path.join(OUTPUT, 'files.ts'), index);
