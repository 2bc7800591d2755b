/** A thread of the embedded voice: answers each utterance with its rendering. */
import { readFile } from 'node:fs/promises';
import { parentPort } from 'node:worker_threads';
import type { LanguageRun } from '../../speech/engine.js';
import type { CreateEspeak } from '../../speech/espeak/espeak-module.js';
import { Synthesizer } from '../../speech/espeak/synthesizer.js';
import { foreignData, germanData, type VoiceData } from '../../speech/espeak/voice-data.js';
import { primaryLanguage } from '../../speech/language-tag.js';

const asset = (name: string) => new URL(import.meta.resolve(`vorleser-espeak-ng/assets/${name}`));

const load = ({ name }: VoiceData) => readFile(asset(`${name}.data`));

async function start(): Promise<Synthesizer> {
  const [{ default: createModule }, data] = await Promise.all([
    import(asset('espeak-ng.js').href) as Promise<{ default: CreateEspeak }>,
    load(germanData),
  ]);
  return Synthesizer.create(createModule, germanData.files, data);
}

const starting = start();
const languages = new Map<string, Promise<void>>();

/** Adds the language of a foreign text, once. */
async function addLanguage(lang: string, synthesizer: Synthesizer): Promise<void> {
  const data = foreignData.get(lang);
  if (!data) return;
  let adding = languages.get(lang);
  if (!adding) {
    adding = load(data).then((bytes) => synthesizer.addLanguage(lang, data.files, bytes));
    languages.set(lang, adding);
  }
  await adding;
}

interface Request {
  readonly text: string;
  readonly runs?: readonly LanguageRun[];
}

async function render({ text, runs }: Request) {
  const synthesizer = await starting;
  const langs = new Set(runs?.map(({ lang }) => primaryLanguage(lang)));
  for (const lang of langs) await addLanguage(lang, synthesizer);
  return synthesizer.render(text, runs);
}

parentPort?.on('message', (request: Request) => {
  render(request).then(
    (answer) => parentPort?.postMessage({ answer }, [answer.samples.buffer]),
    (error: unknown) => parentPort?.postMessage({ error: String(error) }),
  );
});
