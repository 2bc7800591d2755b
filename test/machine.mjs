import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  process.env.CHROME_PATH,
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/microsoft-edge',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  `${process.env.PROGRAMFILES}\\Google\\Chrome\\Application\\chrome.exe`,
  `${process.env['PROGRAMFILES(X86)']}\\Microsoft\\Edge\\Application\\msedge.exe`,
];

/** The path of Chrome, Chromium or Edge on this machine, or undefined. CHROME_PATH overrides it. */
export function findChromium() {
  return PLACES.find((place) => place && existsSync(place));
}

/**
 * The path of Chromium without windows, which takes less of the processor for each page; of the usual one where this machine has only that.
 * HEADLESS_SHELL_PATH or CHROME_PATH overrides it.
 */
export function findHeadlessShell() {
  const { HEADLESS_SHELL_PATH, CHROME_PATH } = process.env;
  const shell =
    HEADLESS_SHELL_PATH ?? (CHROME_PATH ? undefined : '/usr/bin/chromium-headless-shell');
  return shell && existsSync(shell) ? shell : findChromium();
}

/** The path of Firefox on this machine, or undefined. FIREFOX_PATH overrides it. */
export function findFirefox() {
  return [process.env.FIREFOX_PATH, '/usr/bin/firefox-esr', '/usr/bin/firefox'].find(
    (place) => place && existsSync(place),
  );
}

/**
 * Flags for Chromium: its sandbox does not work for root, and it must send no requests to Google's hosts. New ones at each call, since
 * puppeteer takes the disabled features out of the flags that it is given.
 */
export const chromiumFlags = () => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--no-first-run',
  // Each new window would load two pages of suggestions for its address bar, which takes nearly a second of the processor, and each
  // page would start a process for the next one.
  '--disable-features=WebUIOmniboxPopup,WebUIOmniboxAimPopup,SpareRendererForSitePerProcess',
];

/** Whether a command is on this machine. */
export function has(/** @type {string} */ command) {
  try {
    execFileSync('which', [command], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
