import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { findChromium, findFirefox, findHeadlessShell } from '../machine.mjs';

const giveWay = path.join(import.meta.dirname, 'give-way');

/**
 * Returns the same job with a lower priority, and its browsers too: each of them is a session of its own, which does not inherit
 * the priority of the one that starts it.
 *
 * @param {import('./job.mjs').Job} job
 * @param {number} niceness from 0 to 19, the lowest priority
 */
export function givingWay(job, niceness) {
  const env = {
    CHROME_PATH: wrapped(findChromium(), niceness),
    HEADLESS_SHELL_PATH: wrapped(findHeadlessShell(), niceness),
    FIREFOX_PATH: wrapped(findFirefox(), niceness),
  };
  const args = [`${niceness}`, job.command, ...job.args];
  return { ...job, command: giveWay, args, env: { ...job.env, ...env } };
}

/** The path of a script that runs a browser with a lower priority. */
function wrapped(/** @type {string | undefined} */ browser, /** @type {number} */ niceness) {
  if (!browser) return undefined;
  const file = path.resolve(`test/output/give-way-${niceness}`, path.basename(browser));
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\nexec '${giveWay}' ${niceness} '${browser}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}
