import { spawn } from 'node:child_process';
import { stripVTControlCharacters } from 'node:util';

/** How long a job may take before it is stopped, in milliseconds: three times the longest one on a busy machine. */
const LIMIT = 20 * 60_000;

/** How long a stopped job has to close its browsers before it is killed, in milliseconds. */
const GRACE = 10_000;

/**
 * @typedef {object} Job
 * @property {string} title
 * @property {string} command
 * @property {string[]} args
 * @property {NodeJS.ProcessEnv} [env] besides that of this process
 *
 * @typedef {object} Finished
 * @property {boolean} ok whether it ended by itself, without an error
 * @property {string} output of both its streams
 * @property {number} seconds
 */

/** The jobs under way. @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();

/** Whether the whole run has received a signal to end. */
let interrupted = false;

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM']))
  process.once(signal, () => {
    interrupted = true;
    for (const child of running) stop(child);
  });

/**
 * Runs a command and keeps its output. A command that hangs is stopped, with all its children.
 *
 * @returns {Promise<Finished>}
 */
export function run(/** @type {Job} */ { command, args, env }, limit = LIMIT) {
  if (interrupted) return Promise.resolve({ ok: false, output: 'Interrupted\n', seconds: 0 });
  const start = performance.now();
  return new Promise((resolve) => {
    // A process group of its own, so that its children can be stopped with it.
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, ...env },
      detached: true,
    });
    running.add(child);
    let output = '';
    const timer = setTimeout(() => {
      output += `\nStopped after ${limit / 1000} seconds\n`;
      stop(child);
    }, limit);
    const finish = (/** @type {boolean} */ ok) => {
      clearTimeout(timer);
      running.delete(child);
      const seconds = (performance.now() - start) / 1000;
      resolve({ ok, output: stripVTControlCharacters(output), seconds });
    };
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (data) => (output += data));
    child.on('error', (error) => {
      output += `\n${String(error)}\n`;
      finish(false);
    });
    child.on('close', (code) => finish(code === 0));
    // A process that outlives the command may keep its streams open.
    child.on('exit', (code) => setTimeout(() => finish(code === 0), GRACE).unref());
  });
}

function stop(/** @type {import('node:child_process').ChildProcess} */ child) {
  signalGroup(child, 'SIGTERM');
  setTimeout(() => signalGroup(child, 'SIGKILL'), GRACE);
}

function signalGroup(
  /** @type {import('node:child_process').ChildProcess} */ { pid },
  /** @type {NodeJS.Signals} */ signal,
) {
  try {
    if (pid) process.kill(-pid, signal);
  } catch {
    // It has ended.
  }
}
