import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Utterance } from '../../speech/engine.js';
import type { Rendering } from '../../speech/sound/rendering.js';
import { UsageFailure } from '../failure.js';
import { WorkerPool } from '../worker-pool.js';
import type { Voice } from './voice.js';

const PACKAGE = 'vorleser-espeak-ng';

/** The embedded voice, eSpeak NG, in threads. It needs the package `vorleser-espeak-ng`, whose licence is the GPL, and no network. */
export class EmbeddedVoice implements Voice {
  readonly id: string;
  readonly name = 'eSpeak NG';
  readonly jobs: number;
  readonly #pool: WorkerPool;

  /** @throws a UsageFailure if the package is not installed */
  constructor(jobs: number) {
    const { version } = JSON.parse(readFileSync(manifest(), 'utf8')) as { version: string };
    this.id = `${PACKAGE} ${version}`;
    this.jobs = jobs;
    this.#pool = new WorkerPool(new URL('./embedded-worker.js', import.meta.url), jobs);
  }

  render({ text, runs }: Utterance): Promise<Rendering> {
    return this.#pool.ask<Rendering>({ text, runs });
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

function manifest(): string {
  try {
    return fileURLToPath(import.meta.resolve(`${PACKAGE}/package.json`));
  } catch {
    throw new UsageFailure(
      `the embedded voice is not installed: npm install ${PACKAGE}, or choose another one with --engine or --command`,
    );
  }
}
