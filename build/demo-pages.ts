import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Plugin } from 'vite';

/** The origin from which the pages of other hosts load the player. */
const PUBLISHED = 'https://vorleser.example/';

/** Serves the pages in public/ in development, such as /themes/ and /gast/, with the player from src/. */
export function demoPages(): Plugin {
  return {
    name: 'demo-pages',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        const { pathname } = new URL(request.url ?? '/', PUBLISHED);
        const file = path.join(server.config.publicDir, pathname, 'index.html');
        if (!/^\/\w+\/$/.test(pathname) || !existsSync(file)) {
          next();
          return;
        }
        readFile(file, 'utf8')
          .then((page) => server.transformIndexHtml(pathname, page.replaceAll(PUBLISHED, '/')))
          .then((html) => {
            response.setHeader('Content-Type', 'text/html; charset=utf-8');
            response.end(html);
          }, next);
      });
    },
  };
}
