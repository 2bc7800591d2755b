import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findFirefox } from '../machine.mjs';

const giveWay = path.join(import.meta.dirname, 'give-way');

/**
 * Returns the same job with a low priority, and its browsers too: each of them is a session of its own, which does not inherit
 * the priority of the one that starts it.
 *
 * @param {import('./job.mjs').Job} job
 */
export function inBackground(job) {
  const browsers = { CHROME_PATH: wrapped(findChromium()), FIREFOX_PATH: wrapped(findFirefox()) };
  const args = [job.command, ...job.args];
  return { ...job, command: giveWay, args, env: { ...job.env, ...browsers } };
}

/** The path of a script that runs a browser with a low priority. */
function wrapped(/** @type {string | undefined} */ browser) {
  if (!browser) return undefined;
  const file = path.resolve('test/output/give-way', path.basename(browser));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexec '${giveWay}' '${browser}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
