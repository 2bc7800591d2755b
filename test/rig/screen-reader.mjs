import { spawn } from 'node:child_process';
import path from 'node:path';
import { findFirefox, has } from '../machine.mjs';

/** How long a silence of Orca ends its response to a key, in milliseconds; longer if Orca is slow. */
const QUIET = 1500;

/** How long to wait for Orca to say anything about a key, in milliseconds. */
const PATIENCE = 8000;

/** The commands and packages that a screen reader test needs and this machine lacks. */
export function lackingForOrca() {
  const commands = [
    'orca',
    'xvfb-run',
    'xdotool',
    'dbus-run-session',
    'gsettings',
    'gdbus',
    'script',
  ];
  return [
    ...commands.filter((command) => !has(command)),
    ...(findFirefox() ? [] : ['firefox-esr']),
  ];
}

/** The screen reader Orca on a page in Firefox, inside `with-speech`: presses keys and returns what Orca says. */
export class Orca {
  /** Everything Orca said, in order. @type {string[]} */
  #said = [];
  #last = Date.now();
  #taken = 0;
  /** The longest time Orca has taken to begin to speak so far, in milliseconds: a busy machine also leaves longer gaps. */
  #slowest = 0;

  constructor(/** @type {string} */ address) {
    this.rig = spawn(path.join(import.meta.dirname, 'screen-reader'), [address], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    let rest = '';
    this.rig.stdout.setEncoding('utf8').on('data', (/** @type {string} */ data) => {
      const lines = (rest + data).split('\n');
      rest = lines.pop() ?? '';
      this.#said.push(...lines.map((line) => line.trim()).filter(Boolean));
      this.#last = Date.now();
    });
  }

  /** Waits until a page has been loaded and announced; throws when that takes more than two minutes. */
  async untilLoaded(/** @type {string} */ title) {
    for (const end = Date.now() + 120_000; Date.now() < end; await pause(200)) {
      if (!this.#said.includes(`Finished loading ${title}.`)) continue;
      await this.#untilQuiet(2 * QUIET);
      return this.#take();
    }
    throw new Error(`Orca did not announce „${title}“, but said: ${this.#said.join(' | ')}`);
  }

  /** Presses a key, as xdotool names it, without waiting for a response. */
  send(/** @type {string} */ key) {
    this.#take();
    this.rig.stdin.write(`${key}\n`);
  }

  /** Presses a key and returns what Orca says in response. */
  async press(/** @type {string} */ key) {
    this.send(key);
    const [start, before] = [Date.now(), this.#said.length];
    while (this.#said.length === before && Date.now() < start + PATIENCE) await pause(50);
    if (this.#said.length > before) this.#slowest = Math.max(this.#slowest, Date.now() - start);
    await this.#untilQuiet(Math.max(QUIET, 2 * this.#slowest));
    return this.#take();
  }

  /** Returns what Orca says during a time in milliseconds, while no key is pressed. */
  async listen(/** @type {number} */ time) {
    await pause(time);
    return this.#take();
  }

  /** Waits until Orca speaks, for at most a time in milliseconds, and returns what it says. */
  async untilSaid(/** @type {number} */ time) {
    for (const end = Date.now() + time; this.#taken === this.#said.length && Date.now() < end;)
      await pause(50);
    await this.#untilQuiet(QUIET);
    return this.#take();
  }

  async close() {
    this.rig.stdin.end();
    await new Promise((resolve) => this.rig.once('close', resolve));
  }

  async #untilQuiet(/** @type {number} */ time) {
    while (Date.now() - this.#last < time) await pause(50);
  }

  #take() {
    const taken = this.#said.slice(this.#taken);
    this.#taken = this.#said.length;
    return taken;
  }
}

function pause(/** @type {number} */ time) {
  return new Promise((resolve) => setTimeout(resolve, time));
}
