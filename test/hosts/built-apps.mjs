/** Installs the packages of this repository as they would be published, and builds the apps in `apps/` with them. */
import { execFile, spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { serve } from '../rig/serve.mjs';

const run = promisify(execFile);
const ROOT = path.join(import.meta.dirname, '../..');

/** Outside the repository, whose modules an app must not find. It stays, so that the next run has less to install. */
const FOLDER = path.join(
  tmpdir(),
  `vorleser-apps-${createHash('sha256').update(ROOT).digest('hex').slice(0, 8)}`,
);

/** The packages of this repository, the core first. */
const PACKAGES = ['vorleser', 'vorleser-espeak-ng'];

const ENVIRONMENT = { ...process.env, NEXT_TELEMETRY_DISABLED: '1' };
const PACK = ['pack', '--json', '--ignore-scripts', '--workspaces', '--include-workspace-root'];
const INSTALL = ['install', '--no-audit', '--no-fund', '--prefer-offline', '--ignore-scripts'];
const VITE = ['vite', 'build', '--logLevel', 'error', '--emptyOutDir', '--outDir'];
const WEBPACK = ['--mode', 'production', '--entry', './main.js', '-o'];

/**
 * @typedef {object} App
 * @property {string} source its folder in `apps/`
 * @property {string[]} command builds it; the folder for the result is appended
 * @property {('page' | 'voice')[]} [copies] what the bundler does not put there: the page, the files of the embedded voice
 */

/** The apps that are built into static files, by the bundlers' default configuration. @type {Record<string, App>} */
export const apps = {
  'React with StrictMode': { source: 'react', command: VITE },
  Vue: { source: 'vue', command: VITE },
  Svelte: { source: 'svelte', command: VITE },
  Vite: { source: 'plain', command: VITE },
  webpack: { source: 'plain', command: ['webpack', ...WEBPACK], copies: ['page'] },
  Rspack: { source: 'plain', command: ['rspack', 'build', ...WEBPACK], copies: ['page'] },
  Rollup: {
    source: 'asset-base',
    command: ['rollup', 'main.js', '-p', 'node-resolve', '--silent', '-d'],
    copies: ['page', 'voice'],
  },
  esbuild: {
    source: 'asset-base',
    command: ['esbuild', 'main.js', '--bundle', '--splitting', '--format=esm', '--outdir='],
    copies: ['page', 'voice'],
  },
  Parcel: {
    source: 'parcel',
    command: ['parcel', 'build', 'index.html', '--no-cache', '--dist-dir'],
    copies: ['voice'],
  },
};

/**
 * Packs the packages of this repository from what is built.
 *
 * @returns {Promise<string[]>} their files, that of the core first
 */
export async function pack(/** @type {string} */ folder = path.join(FOLDER, 'packed')) {
  mkdirSync(folder, { recursive: true });
  const { stdout } = await run('npm', [...PACK, '--pack-destination', folder], { cwd: ROOT });
  /** @type {{ filename: string }[]} */
  const packed = JSON.parse(stdout);
  return packed.map(({ filename }) => path.join(folder, filename));
}

/** Installs packages into a folder. */
export async function install(/** @type {string} */ folder, /** @type {string[]} */ packages) {
  await run('npm', [...INSTALL, ...packages], { cwd: folder });
}

/** Installs our packages, the frameworks and the bundlers for the apps. */
export async function installApps() {
  cpSync(path.join(import.meta.dirname, 'apps'), FOLDER, { recursive: true });
  // npm would take packages of the same version for installed.
  rmSync(path.join(FOLDER, 'package-lock.json'), { force: true });
  rmSync(path.join(FOLDER, 'node_modules/.package-lock.json'), { force: true });
  for (const name of PACKAGES)
    rmSync(path.join(FOLDER, 'node_modules', name), { recursive: true, force: true });
  await install(FOLDER, await pack());
}

/**
 * Runs a command of an installed package.
 *
 * @param {string} [folder] in which it runs, within that of the apps
 */
export function runInstalled(/** @type {string[]} */ command, folder = '.') {
  const [name = '', ...args] = command;
  return run(binary(name), args, { cwd: path.join(FOLDER, folder), env: ENVIRONMENT });
}

function binary(/** @type {string} */ name) {
  return path.join(FOLDER, 'node_modules/.bin', name);
}

/**
 * Builds an app and serves it.
 *
 * @returns the server, and the folder that it serves
 */
export async function serveApp(/** @type {string} */ name) {
  const { source, command, copies = [] } = /** @type {App} */ (apps[name]);
  const built = path.join(FOLDER, 'built', name.replaceAll(' ', '-'));
  rmSync(built, { recursive: true, force: true });
  const last = command.at(-1) ?? '';
  const output = last.endsWith('=') ? [last + built] : [last, built];
  await runInstalled([...command.slice(0, -1), ...output], source);
  if (copies.includes('page'))
    cpSync(path.join(FOLDER, source, 'index.html'), path.join(built, 'index.html'));
  if (copies.includes('voice'))
    cpSync(
      path.join(FOLDER, 'node_modules/vorleser-espeak-ng/assets'),
      path.join(built, 'espeak-ng'),
      { recursive: true },
    );
  return { built, ...(await serve([built])) };
}

/** Builds the app of Next and starts its server. */
export async function serveNext() {
  await runInstalled(['next', 'build'], 'next');
  return startServer(['next', 'start', '-p'], 'next');
}

/** Starts Vite's development server. */
export function serveInDevelopment() {
  return startServer(['vite', '--strictPort', '--port'], 'plain');
}

/**
 * Starts the server of an installed package and waits until it says that it is ready.
 *
 * @param {string[]} command the port is appended
 * @param {string} folder within that of the apps
 */
async function startServer([name = '', ...args], folder) {
  const port = await freePort();
  const server = spawn(binary(name), [...args, String(port)], {
    cwd: path.join(FOLDER, folder),
    env: ENVIRONMENT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    server.stdout.on('data', (line) => /ready/i.test(String(line)) && resolve(undefined));
    server.once('exit', () => reject(new Error(`${name} has ended`)));
  });
  return { address: `http://localhost:${port}/`, close: () => void server.kill() };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve) => {
    const server = createServer().listen(0, () => {
      const { port } = /** @type {import('node:net').AddressInfo} */ (server.address());
      server.close(() => resolve(port));
    });
  });
}
