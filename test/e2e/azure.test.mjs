/** Azure's voices in a publisher's setup: the package's engine in a page, the package's broker, and the stand-in for Azure. */
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import { brotliCompressSync } from 'node:zlib';
import { build } from 'esbuild';
import { createTokenBroker } from 'vorleser/server/token';
import { AzureStandIn, KEY } from '../fixtures/azure-stand-in.mjs';
import { listen, serve } from '../rig/serve.mjs';
import { browserNames, launch, site } from './site.mjs';

// The stand-in's certificate is self-signed.
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';

const SENTENCES = ['Die Idylle hält an.', 'Kim & Putin <lachen>.'];

describe('vorleser/azure', () => {
  /** @type {AzureStandIn} */
  let azure;
  /** @type {ReturnType<typeof createTokenBroker>} */
  let broker;
  /** @type {Awaited<ReturnType<typeof serve>>} */
  let pages;
  /** @type {Awaited<ReturnType<typeof listen>>} */
  let tokens;

  before(async () => {
    azure = await new AzureStandIn().listen();
    pages = await serve(['.'], '<!doctype html><button>Hören</button>');
    tokens = await listen(async (request, response) => {
      const headers = /** @type {Record<string, string>} */ (request.headers);
      const { method } = request;
      const answer = await broker(new Request('https://tokens.example/', { method, headers }));
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(await answer.text());
    });
  });
  beforeEach(() => {
    azure.reset();
    broker = createTokenBroker({
      key: KEY,
      region: 'westeurope',
      origins: [new URL(pages.address).origin],
      issueTokenUrl: `${azure.url}/sts/v1.0/issueToken`,
      speechSynthesisHostname: azure.host,
    });
  });
  after(() => {
    azure.close();
    site.close();
    pages.close();
    tokens.close();
  });

  for (const name of browserNames)
    test(`speaks in ${name}`, async () => {
      const browser = await launch(name, { acceptInsecureCerts: true });
      try {
        const page = await browser.newPage();
        /** @type {string[]} */
        const problems = [];
        page.on('pageerror', (error) => problems.push(String(error)));
        await page.goto(`${pages.address}page`);
        // Polling the page instead would end its user activation in Firefox, and with that its permission to play.
        /** @type {(log: string[]) => void} */
        let tell = () => undefined;
        const log = new Promise((resolve) => (tell = resolve));
        await page.exposeFunction('tell', (/** @type {string[]} */ log) => tell(log));
        await page.evaluate(
          async (tokenUrl, recipient, sentences) => {
            // @ts-expect-error The URL is resolved in the page.
            const { AzureEngine } = await import('/lib/azure.js');
            const engine = new AzureEngine({ tokenUrl, recipient });
            const scope = /** @type {any} */ (window);
            const read = async () => {
              /** @type {string[]} */
              const log = [];
              await engine.load();
              const utterances = sentences.map((text) => ({ text, lang: 'de', pause: 0.3 }));
              engine.prepare(utterances);
              for (const utterance of utterances) {
                const onStart = () => log.push(`start ${utterance.text}`);
                const { signal } = new AbortController();
                await engine.speak(utterance, { signal, onStart, onWord() {} });
                log.push('end');
              }
              return log;
            };
            document.querySelector('button')?.addEventListener('click', () =>
              read().then(
                (log) => scope.tell(log),
                (error) => scope.tell([String(error)]),
              ),
            );
          },
          tokens.origin,
          azure.host,
          SENTENCES,
        );
        await page.click('button');
        assert.deepEqual(
          await log,
          SENTENCES.flatMap((text) => [`start ${text}`, 'end']),
        );
        assert.deepEqual(
          azure.requests.map(({ endpoint }) => endpoint),
          ['issueToken', 'list', 'v1', 'v1'],
        );
        assert.deepEqual(problems, []);
      } finally {
        await browser.close();
      }
    });

  test('takes at most 17 KB with its dependencies, and contains no code of the Speech SDK', async () => {
    const { outputFiles, metafile } = await build({
      entryPoints: ['lib/azure.js'],
      bundle: true,
      minify: true,
      format: 'esm',
      write: false,
      metafile: true,
    });
    const bytes = brotliCompressSync(outputFiles[0]?.contents ?? '').length;
    assert.ok(bytes > 9000 && bytes <= 17_000, `${bytes} bytes`);
    assert.ok(!Object.keys(metafile.inputs).some((file) => file.includes('node_modules')));
    assert.doesNotMatch(outputFiles[0]?.text ?? '', /SpeechServiceConnection/);
  });
});
