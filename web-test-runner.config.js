import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import puppeteer from 'puppeteer-core';
import { AzureStandIn } from './test/fixtures/azure-stand-in.mjs';
import { SpeechServerFixture } from './test/fixtures/speech-server.mjs';
import { chromiumFlags, findHeadlessShell, has } from './test/machine.mjs';
import { browserReporter } from './test/rig/browser-reporter.mjs';

/** The files that take longest, which run first. */
const LONGEST = [
  'test/speech/contract.test.ts',
  'test/speech/browser/speech-queue.test.ts',
  'test/highlight/covered.test.ts',
  'test/controls/mini-bar/vorleser-mini-bar.test.ts',
  'test/playback/hostile.test.ts',
];

/** Set in the environment for the runs of test/playback/hostile.test.ts: which seed alone, or how many seeds. */
const { HOSTILE_SEED = '0', HOSTILE_RUNS = '0' } = process.env;

const launchOptions = () => ({
  executablePath: findHeadlessShell(),
  // Nothing looks at the network, and reports of hundreds of requests take a sixth of the processor's time for a page.
  networkEnabled: false,
  args: [
    ...chromiumFlags(),
    '--autoplay-policy=no-user-gesture-required',
    '--ignore-certificate-errors',
  ],
});

/** The browsers of the second page and the following. @type {import('puppeteer-core').Browser[]} */
const moreBrowsers = [];

/** @type {WeakSet<import('puppeteer-core').Browser>} */
const inUse = new WeakSet();

/**
 * Opens a page in a browser of its own. Pages of one browser would take the focus from each other and share their storage, and
 * only one of them would be visible.
 *
 * @param {{ browser: import('puppeteer-core').Browser, context: import('puppeteer-core').BrowserContext }} first
 */
async function createPage({ browser, context }) {
  if (!inUse.has(browser)) {
    inUse.add(browser);
    return context.newPage();
  }
  const another = await puppeteer.launch(launchOptions());
  moreBrowsers.push(another);
  return another.newPage();
}

/** One for each page that asked for it: a page decides what its own one answers. @type {AzureStandIn[]} */
const standIns = [];

async function addStandIn() {
  if (!has('openssl')) return undefined;
  const standIn = await new AzureStandIn().listen();
  standIns.push(standIn);
  return standIn.url;
}

/** The same. @type {SpeechServerFixture[]} */
const speechServers = [];

/** @param {{ host: string, query: import('node:querystring').ParsedUrlQuery }} request of a page */
async function addSpeechServer({ host, query }) {
  const settings = { origins: [`http://${host}`], maxTextLength: Number(query.maxTextLength) };
  const server = await new SpeechServerFixture().listen(settings);
  speechServers.push(server);
  return server.url;
}

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: [...LONGEST, 'test/**/*.test.ts', '!test/e2e/**'],
  nodeResolve: true,
  filterBrowserLogs: ({ args }) => !String(args[0]).startsWith('Lit is in dev mode'),
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 15_000 } },
  testRunnerHtml: (testFramework) =>
    `<!DOCTYPE html><html><head>
      <script type="module" src="${testFramework}"></script>
      <script type="module" src="/test/fixtures/failures.ts"></script>
    </head><body></body></html>`,
  browsers: [chromeLauncher({ launchOptions: launchOptions(), createPage, concurrency: 2 })],
  middleware: [
    // Modules stay as they are for as long as a run takes, and every page loads hundreds of them.
    async (context, next) => {
      await next();
      if (context.path.endsWith('.js') && !process.argv.includes('--watch'))
        context.set('Cache-Control', 'max-age=3600');
    },
    // A worker is fetched by the address of its compiled file.
    (context, next) => {
      const source = context.path.replace(/\.js$/, '.ts');
      if (context.path.startsWith('/src/') && source !== context.path && existsSync(`.${source}`))
        context.url = source;
      return next();
    },
  ],
  plugins: [
    {
      name: 'close-browsers',
      serverStop: async () => void (await Promise.all(moreBrowsers.map((each) => each.close()))),
    },
    {
      name: 'azure-stand-in',
      serve: ({ path }) => (path === '/azure-stand-in' ? addStandIn() : undefined),
      serverStop: () => standIns.forEach((standIn) => standIn.close()),
    },
    {
      name: 'speech-server',
      serve: (context) =>
        context.path === '/speech-server' ? addSpeechServer(context) : undefined,
      serverStop: () => speechServers.forEach((server) => server.close()),
    },
    // Vite puts src/speech/espeak/bundled-files.vite.ts in its place.
    {
      name: 'voice-from-source',
      resolveImport: ({ source }) =>
        source === './bundled-files.js' ? '/test/fixtures/voice-files.ts' : undefined,
    },
    // eSpeak NG imports it in Node only.
    {
      name: 'no-node',
      resolveImport: ({ source }) => (source === 'module' ? 'data:text/javascript,' : undefined),
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: 'tsconfig.json',
      define: { HOSTILE_SEED, HOSTILE_RUNS },
    }),
  ],
  reporters: [
    defaultReporter({ reportTestProgress: false }),
    summaryReporter({}),
    browserReporter(),
  ],
  coverageConfig: { include: ['src/**'] },
};
