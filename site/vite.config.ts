/** The documentation site: `vite` serves it while one writes, `vite build` builds it into site/dist/, with the built player beside it. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig, type Plugin, type Rolldown } from 'vite';
import { demoPages } from '../build/demo-pages.js';
import { downloads } from '../build/downloads.mjs';
import { target } from '../build/shared.js';
import player from '../vite.config.js';
import { relativePath } from './html.mjs';
import { makeSite } from './site.mjs';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const CLIENT = 'site/client';
const PLAYER = path.join(ROOT, 'dist');

/** The scripts and style sheets of the pages. */
const inputs = ['site.ts', 'playground.ts', 'search.ts', 'style.css', 'example.css'];

/** Makes the pages for each request, from the files as they are then. */
function servePages(): Plugin {
  return {
    name: 'serve-documentation',
    apply: 'serve',
    configureServer(server) {
      server.watcher.add([path.join(ROOT, 'docs'), path.join(ROOT, '*.md')]);
      server.watcher.on('change', (file) => {
        if (file.endsWith('.md')) server.hot.send({ type: 'full-reload' });
      });
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', 'http://localhost');
        const name = decodeURI(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
        const asset = (name: string) => `/${CLIENT}/${name}`;
        // Most requests are for modules, and making the site takes 0.2 s.
        const isOfSite = /\.(?:html|json)$|^examples\/.*\.js$/.test(name);
        const content = isOfSite ? makeSite({ asset, strict: false }).files.get(name) : undefined;
        const picture = path.join(ROOT, 'docs', name);
        if (content !== undefined && name.endsWith('.html')) {
          server.transformIndexHtml(pathname, content).then((html) => {
            response.setHeader('Content-Type', 'text/html; charset=utf-8').end(html);
          }, next);
        } else if (content !== undefined && name.endsWith('.js')) {
          response.setHeader('Content-Type', 'text/javascript').end(content);
        } else if (content !== undefined) {
          response.setHeader('Content-Type', 'application/json').end(content);
        } else if (name.startsWith('downloads/')) {
          response
            .setHeader('Content-Type', 'application/zip')
            .end(downloads()[path.basename(name)]);
        } else if (name.endsWith('.png') && existsSync(picture)) {
          response.setHeader('Content-Type', 'image/png').end(readFileSync(picture));
        } else next();
      });
    },
  };
}

/** Makes all pages once, with the names that the scripts and style sheets have then. */
function buildPages(): Plugin {
  let outDir = '';
  return {
    name: 'build-documentation',
    apply: 'build',
    configResolved({ build }) {
      outDir = build.outDir;
    },
    generateBundle(_, bundle) {
      const asset = (name: string, from: string) => relativePath(from, fileOf(name, bundle));
      const emit = (fileName: string, source: string | Buffer) =>
        this.emitFile({ type: 'asset', fileName, source });
      const { files, pictures } = makeSite({ asset, strict: true });
      for (const [name, content] of files) emit(name, content);
      for (const picture of pictures)
        emit(picture.replace(/^docs\//, ''), readFileSync(path.join(ROOT, picture)));
      for (const [name, archive] of Object.entries(downloads())) emit(`downloads/${name}`, archive);
    },
    closeBundle: () => copyPlayer(outDir),
  };
}

/** The built file of a script or style sheet. */
function fileOf(name: string, bundle: Rolldown.OutputBundle): string {
  const source = path.posix.join(CLIENT, name);
  // A style sheet has an empty script as well, which Vite removes later.
  const built = Object.values(bundle).find((each) =>
    each.type === 'asset'
      ? each.originalFileNames.some((file) => file.endsWith(source))
      : each.facadeModuleId?.endsWith(source) && !name.endsWith('.css'),
  );
  if (!built) throw new Error(`${source} was not built`);
  return built.fileName;
}

/** Puts the built player where the pages look for it. The article page would be in the way of the site's first page. */
function copyPlayer(outDir: string): void {
  const left = ['index.html', 'gast'].map((name) => path.join(PLAYER, name));
  cpSync(PLAYER, outDir, {
    recursive: true,
    filter: (source) => !source.endsWith('.br') && !left.includes(source),
  });
}

export default defineConfig({
  root: ROOT,
  appType: 'custom',
  base: './',
  // Another one than that of `npm run dev`, which may run at the same time.
  cacheDir: 'node_modules/.vite-site',
  publicDir: 'public',
  build: {
    target,
    outDir: 'site/dist',
    copyPublicDir: false,
    modulePreload: false,
    rolldownOptions: {
      checks: { pluginTimings: false },
      input: inputs.map((name) => path.join(ROOT, CLIENT, name)),
      output: {
        entryFileNames: 'site/[name]-[hash:6].js',
        chunkFileNames: 'site/[name]-[hash:6].js',
        assetFileNames: 'site/[name]-[hash:6][extname]',
      },
    },
  },
  resolve: player.resolve,
  optimizeDeps: player.optimizeDeps,
  plugins: [servePages(), buildPages(), demoPages()],
});
