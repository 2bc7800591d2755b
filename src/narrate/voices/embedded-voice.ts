import { readFileSync } from 'node:fs';
import type { Utterance } from '../../speech/engine.js';
import type { Rendering } from '../../speech/sound/rendering.js';
import { primaryLanguage } from '../../speech/language-tag.js';
import { UsageFailure } from '../failure.js';
import { hashOf } from '../rendering-store.js';
import { WorkerPool } from '../worker-pool.js';
import type { Voice } from './voice.js';

const PACKAGE = 'vorleser-espeak-ng';

/** What its sound depends on. */
const FILES = [
  `${PACKAGE}/assets/espeak-ng.js`,
  `${PACKAGE}/assets/german.data`,
  '../../speech/espeak/synthesizer.js',
];

/** The embedded voice, eSpeak NG, in threads. It needs the package `vorleser-espeak-ng`, whose licence is the GPL, and no network. */
export class EmbeddedVoice implements Voice {
  readonly id: string;
  readonly name = 'eSpeak NG';
  readonly jobs: number;
  readonly #pool: WorkerPool;

  /** @throws a UsageFailure if the package is not installed */
  constructor(jobs: number) {
    this.id = `embedded ${hashOf(FILES.map((file) => readFileSync(addressOf(file), 'base64')))}`;
    this.jobs = jobs;
    this.#pool = new WorkerPool(new URL('./embedded-worker.js', import.meta.url), jobs);
  }

  speaks(lang: string): boolean {
    return primaryLanguage(lang) === 'de';
  }

  render({ text, lang, runs = [{ text, lang }] }: Utterance): Promise<Rendering> {
    return this.#pool.ask<Rendering>({ text, runs });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function addressOf(file: string): URL {
  if (file.startsWith('.')) return new URL(file, import.meta.url);
  try {
    return new URL(import.meta.resolve(file));
  } catch (cause) {
    throw new UsageFailure(
      `the embedded voice is not installed: npm install ${PACKAGE}, or choose another one with --engine or --command`,
      { cause },
    );
  }
}
