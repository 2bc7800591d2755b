import { existsSync } from 'node:fs';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { chromeLauncher } from '@web/test-runner-chrome';
import { countReporter } from './test/count-reporter.mjs';
import { AzureStandIn } from './test/fixtures/azure-stand-in.mjs';
import { chromiumFlags, findChromium, has } from './test/machine.mjs';

/** @type {AzureStandIn | undefined} */
let azure;

/** @type {import('@web/test-runner').TestRunnerConfig} */
export default {
  files: ['test/**/*.test.ts', '!test/e2e/**'],
  nodeResolve: true,
  concurrency: 1,
  testsFinishTimeout: 600_000,
  testFramework: { config: { timeout: 15_000 } },
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: findChromium(),
        args: [
          ...chromiumFlags,
          '--autoplay-policy=no-user-gesture-required',
          '--ignore-certificate-errors',
        ],
      },
    }),
  ],
  middleware: [
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
      name: 'azure-stand-in',
      async serverStart() {
        if (has('openssl')) azure = await new AzureStandIn().listen();
      },
      serve: ({ path }) => (path === '/azure-stand-in' ? azure?.url : undefined),
      serverStop: async () => azure?.close(),
    },
    // eSpeak NG imports it on Node only.
    {
      name: 'no-node',
      resolveImport: ({ source }) => (source === 'module' ? 'data:text/javascript,' : undefined),
    },
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: 'tsconfig.json',
      define: { HOSTILE_SEED: process.env.HOSTILE_SEED ?? '0' },
    }),
  ],
  reporters: [defaultReporter({ reportTestProgress: false }), summaryReporter({}), countReporter()],
  coverageConfig: { include: ['src/**'], exclude: ['src/speech/espeak/voice/**'] },
};
