/** Runs `vorleser narrate` as a user does, and looks at what it has written. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const CLI = path.resolve('lib/narrate/cli.js');

/** The rate at which sound is decoded, in samples per second. */
export const RATE = 48_000;

/** A folder for a file of tests. */
export function temporaryFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-narrate-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * @typedef {object} Run
 * @property {number | null} code
 * @property {string} output standard output
 * @property {string} messages standard error
 */

/**
 * Runs the command `vorleser` to its end.
 *
 * @param {string[]} args
 * @param {{ input?: string, env?: Record<string, string>, cwd?: string, cli?: string, onStart?: (child: import('node:child_process').ChildProcess) => void }} [options]
 * @returns {Promise<Run>}
 */
export function vorleser(args, { input = '', env = {}, cwd, cli = CLI, onStart } = {}) {
  const child = spawn(process.execPath, [cli, ...args], {
    cwd,
    env: { ...process.env, ...env },
    stdio: 'pipe',
  });
  let [output, messages] = ['', ''];
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (messages += data));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  onStart?.(child);
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, output, messages })));
}

/** The events of a run with `--json`. @returns {Record<string, any>[]} */
export function eventsOf(/** @type {Run} */ { output }) {
  return output
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));
}

/** The samples of a sound file, -1 to 1, as players decode it. */
export function decode(/** @type {string} */ file) {
  const args = ['-v', 'error', '-i', file, '-f', 'f32le', '-ac', '1', '-ar', String(RATE), '-'];
  const bytes = execFileSync('ffmpeg', args, { maxBuffer: 1e9 });
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.length));
}

/** How loud a sound file is, in LUFS, and its highest peak, in dB. */
export function loudnessOf(/** @type {string} */ file) {
  const args = [
    '-hide_banner',
    '-nostats',
    '-i',
    file,
    '-af',
    'ebur128=peak=true',
    '-f',
    'null',
    '-',
  ];
  const script = `ffmpeg "$@" 2>&1 | tail -14`;
  const summary = execFileSync('sh', ['-c', script, 'sh', ...args], { encoding: 'utf8' });
  return {
    integrated: Number(/I:\s+(-?[\d.]+) LUFS/.exec(summary)?.[1]),
    peak: Number(/Peak:\s+(-?[\d.]+) dBFS/.exec(summary)?.[1]),
  };
}

/** The tags and chapters of a sound file, by ffprobe. */
export function tagsOf(/** @type {string} */ file) {
  const args = [
    '-v',
    'error',
    '-of',
    'json',
    '-show_format',
    '-show_streams',
    '-show_chapters',
    file,
  ];
  const { format, streams, chapters } = JSON.parse(
    execFileSync('ffprobe', args, { encoding: 'utf8' }),
  );
  const tags = Object.entries({ ...streams[0].tags, ...format.tags }).map(([name, value]) => [
    name.toLowerCase(),
    value,
  ]);
  return {
    tags: Object.fromEntries(tags),
    pictures: streams.filter((/** @type {any} */ stream) => stream.codec_type === 'video').length,
    chapters: chapters.map((/** @type {any} */ { start_time, tags: { title } }) => ({
      start: Number(start_time),
      title,
    })),
  };
}

/** What counts as audible, of full scale: -46 dB. */
const AUDIBLE = 0.005;

/** The first and the last audible moment between two others, in seconds; null for silence. */
export function audibleSpan(/** @type {Float32Array} */ samples, from = 0, to = Infinity) {
  let [first, last] = [-1, -1];
  const end = Math.min(samples.length, Math.round(to * RATE));
  for (let i = Math.max(0, Math.round(from * RATE)); i < end; i++) {
    if (Math.abs(samples[i] ?? 0) < AUDIBLE) continue;
    if (first < 0) first = i;
    last = i;
  }
  return first < 0 ? null : { start: first / RATE, end: last / RATE };
}

/** The shortest silence that is a pause in speech, in seconds: closures of plosives are shorter. */
const PAUSE = 0.1;

/** The moments between two others at which something is heard again after a pause, in seconds. */
export function onsetsAfterPauses(
  /** @type {Float32Array} */ samples,
  /** @type {number} */ from,
  /** @type {number} */ to,
) {
  const onsets = [];
  let heard = Math.round(from * RATE);
  for (let i = heard; i < Math.min(samples.length, to * RATE); i++) {
    if (Math.abs(samples[i] ?? 0) < AUDIBLE) continue;
    if (i - heard > PAUSE * RATE) onsets.push(i / RATE);
    heard = i;
  }
  return onsets;
}
