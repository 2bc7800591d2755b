import { execFileSync } from 'node:child_process';
import { findChromium, findFirefox, has } from '../machine.mjs';
import { lackingForOrca } from './screen-reader.mjs';

const SPEECH = [
  'pulseaudio',
  'pulseaudio-utils',
  'speech-dispatcher',
  'speech-dispatcher-espeak-ng',
  'speech-dispatcher-audio-plugins',
  'espeak-ng',
];

/** A screen reader and what it needs to run without a desktop. */
const SCREEN_READER = [
  'orca',
  'xvfb',
  'xauth',
  'xdotool',
  'dbus',
  'dbus-x11',
  'at-spi2-core',
  'libglib2.0-bin',
  'gsettings-desktop-schemas',
  'dconf-gsettings-backend',
];

/** Whether this machine has a speech service, and a sound server to record it from. */
export function hasSpeech() {
  return has('pulseaudio') && has('speech-dispatcher') && has('parec');
}

/** Installs packages that the tests need and this machine lacks. If that is not permitted, prints what to do instead. */
export function installPackages() {
  const missing = [
    ...(findChromium() ? [] : ['chromium']),
    ...(findFirefox() ? [] : ['firefox-esr']),
    ...(hasSpeech() ? [] : SPEECH),
    ...(lackingForOrca().length === 0 ? [] : SCREEN_READER),
    ...(has('openssl') ? [] : ['openssl']),
    // To encode recordings, and to decode them.
    ...(has('ffmpeg') ? [] : ['ffmpeg']),
    // For books, and for the example of a queue.
    ...(has('epubcheck') && has('java') ? [] : ['epubcheck']),
    ...(has('redis-server') ? [] : ['redis-server']),
    // For the WordPress plugin.
    ...(has('php') ? [] : ['php-cli']),
    ...(has('dbus-daemon') && has('dbus-send') ? [] : ['dbus']),
  ];
  if (missing.length === 0) return;
  if (process.getuid?.() === 0 && has('apt-get')) {
    console.log(`Installing ${missing.join(' ')}`);
    /** @type {import('node:child_process').ExecFileSyncOptions} */
    const options = { stdio: ['ignore', 'ignore', 'inherit'] };
    const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-qq'], options);
    const install = [
      'install',
      '-y',
      '-qq',
      '--no-install-recommends',
      ...missing,
      'fonts-dejavu-core',
    ];
    execFileSync('apt-get', install, { ...options, env: environment });
    return;
  }
  console.log(
    `This machine lacks ${missing.join(', ')}, and this script is not permitted to install that.`,
  );
  console.log(`  On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}`);
  console.log(
    '  Elsewhere: install Chrome, Chromium or Edge, or name one with CHROME_PATH=/path/to/it npm test.',
  );
  if (!findChromium()) throw new Error('There is no Chrome, Chromium or Edge to test in');
  console.log('Tests that need the others are skipped.');
}
