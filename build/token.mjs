/**
 * Serves the token broker on Node: on PORT (default 8787), with the settings that src/server/broker-settings.ts describes. Stops on
 * SIGINT and SIGTERM.
 */
import { createServer } from 'node:http';
import broker from 'vorleser/server/token';

const port = Number(process.env.PORT ?? 8787);

const server = createServer(async (incoming, outgoing) => {
  try {
    const request = new Request(new URL('/', 'http://localhost'), {
      method: incoming.method,
      headers: Object.entries(incoming.headers).flatMap(([name, value]) =>
        [value ?? []].flat().map((one) => /** @type {[string, string]} */ ([name, one])),
      ),
    });
    const remoteAddr = { hostname: incoming.socket.remoteAddress };
    const response = await broker.fetch(request, { remoteAddr });
    outgoing.writeHead(response.status, Object.fromEntries(response.headers));
    outgoing.end(await response.text());
  } catch (error) {
    console.error(`Request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
    outgoing.writeHead(500).end();
  }
});

server.listen(port, () => {
  const address = server.address();
  console.log(`Token broker: http://localhost:${typeof address === 'object' && address?.port}/`);
});
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    server.close();
    server.closeAllConnections();
  });
