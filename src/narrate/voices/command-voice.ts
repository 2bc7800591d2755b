import { spawn } from 'node:child_process';
import { oneLine } from '../../narration/one-line.js';
import type { Utterance } from '../../speech/engine.js';
import type { Rendering } from '../../speech/sound/rendering.js';
import { speakable } from '../../speech/speakable.js';
import { Failure } from '../failure.js';
import type { Voice } from './voice.js';
import { parseWav } from './wav.js';

/** What of a program's messages is shown when it fails, in characters. */
const MESSAGE = 300;

/** A program that reads a text from standard input and writes a WAV file to standard output, once per utterance. */
export class CommandVoice implements Voice {
  readonly id: string;
  readonly name: string;
  readonly jobs: number;
  readonly #command: string;

  /**
   * @param command for the shell; `{voice}` in it is replaced by the voice
   * @param voice also the name that listeners see
   * @param jobs how many may run at the same time
   */
  constructor(command: string, voice: string, jobs: number) {
    this.#command = command.replaceAll('{voice}', () => quoted(voice));
    this.id = `command ${this.#command}`;
    this.name = voice || (command.trim().split(/\s/)[0] ?? '');
    this.jobs = jobs;
  }

  /** Only the program knows. */
  speaks(): boolean {
    return true;
  }

  async render({ text }: Utterance, signal: AbortSignal): Promise<Rendering> {
    const program = spawn(this.#command, { shell: true, signal, stdio: 'pipe' });
    const output: Buffer[] = [];
    let messages = '';
    program.stdout.on('data', (data: Buffer) => output.push(data));
    program.stderr.on(
      'data',
      (data: Buffer) => (messages = (messages + String(data)).slice(-2000)),
    );
    // A program that ends without reading is reported by its exit code.
    program.stdin.on('error', () => undefined);
    program.stdin.end(`${oneLine(speakable(text))}\n`);
    const code = await new Promise<number | string | null>((resolve, reject) => {
      program.on('error', reject);
      program.on('close', (status, killedBy) => resolve(status ?? killedBy));
    });
    signal.throwIfAborted();
    if (code === 0) return parseWav(Buffer.concat(output));
    const last = messages.trim().slice(-MESSAGE);
    throw new Failure(`the command failed (${code}): ${this.#command}${last && `\n${last}`}`);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

/** A word for the shell. */
function quoted(word: string): string {
  return process.platform === 'win32' ? `"${word}"` : `'${word.replaceAll("'", `'\\''`)}'`;
}
