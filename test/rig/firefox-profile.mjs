import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import puppeteer from 'puppeteer-core';
import { findFirefox } from '../machine.mjs';

/** A profile with which Firefox was started before, so that it holds Firefox's own scripts as compiled code. */
const STARTED = path.join(import.meta.dirname, '../output/firefox-profile');

/** Starts Firefox once: with a copy of its profile, every other start takes half as much of the processor. */
export async function prepareFirefoxProfile() {
  const executablePath = findFirefox();
  if (!executablePath) return;
  mkdirSync(STARTED, { recursive: true });
  const options = { browser: /** @type {const} */ ('firefox'), userDataDir: STARTED };
  const browser = await puppeteer.launch({ ...options, executablePath });
  await browser.close();
}

/** The copies of it. @type {string[]} */
const copies = [];

process.once('exit', () => {
  for (const copy of copies) rmSync(copy, { recursive: true, force: true, maxRetries: 3 });
});

/** The path of a copy of it, or of a new profile where there is none, until this process ends. */
export function firefoxProfile() {
  const copy = mkdtempSync(path.join(tmpdir(), 'firefox-'));
  copies.push(copy);
  if (existsSync(STARTED)) cpSync(STARTED, copy, { recursive: true });
  return copy;
}
