/** Serves a fetch handler of src/server/ on Node. */
import { createServer } from 'node:http';
import { Readable } from 'node:stream';

/**
 * How long a client may take to send its headers, and the whole request, and how long a connection may be idle; milliseconds. A
 * request is a few kilobytes at most, so even a bad connection needs a fraction of that.
 */
const TIMEOUTS = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
};

/** How long requests may take to be answered at the end, in milliseconds. */
const GRACE = 10_000;

/** Methods that a `Request` cannot have. @see https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = /^(?:CONNECT|TRACE|TRACK)$/;

/**
 * @typedef {(request: Request, context?: import('../src/server/client.js').RequestContext) => Promise<Response>} Handler
 *
 * @typedef {object} Service
 * @property {string} name of the service, as the console has it: "The token broker"
 * @property {string} port unless PORT says otherwise
 * @property {string} allow the methods that it answers
 * @property {boolean} [readsBody] whether requests may have a body; else it is not read, and the connection is closed instead
 * @property {() => Handler | Promise<Handler>} makeHandler throws an Error if a setting is missing or wrong
 */

/**
 * Serves a handler on PORT of HOST (default 127.0.0.1, which only this machine can reach). Ends with code 1 if a setting is missing or
 * wrong. On SIGINT and SIGTERM it answers the requests under way, then ends.
 */
export async function serveHandler(/** @type {Service} */ service) {
  const { HOST: host = '127.0.0.1', PORT: port = service.port } = process.env;
  const handler = await makeHandler(service, port);
  let stopping = false;

  /** @type {import('node:http').RequestListener} */
  const serve = async (incoming, outgoing) => {
    try {
      const response = await answer(incoming, outgoing, handler, service);
      outgoing.statusCode = response.status;
      outgoing.setHeaders(response.headers);
      if (stopping || (hasBody(incoming) && !incoming.complete))
        outgoing.setHeader('Connection', 'close');
      outgoing.end(new Uint8Array(await response.arrayBuffer()));
    } catch (error) {
      console.error(`Request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
      outgoing.writeHead(500).end();
    }
  };

  const server = createServer(TIMEOUTS, serve)
    .on('checkContinue', (incoming, outgoing) => {
      if (service.readsBody) outgoing.writeContinue();
      void serve(incoming, outgoing);
    })
    .on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
      giveUp(service, `It cannot listen on HOST and PORT: ${code}`),
    )
    .listen({ host, port: Number(port) }, () => {
      const address = /** @type {import('node:net').AddressInfo} */ (server.address());
      const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
      console.log(`${service.name}: http://${name}:${address.port}/`);
    });
  for (const signal of ['SIGINT', 'SIGTERM'])
    process.once(signal, () => {
      stopping = true;
      server.close();
      setTimeout(() => server.closeAllConnections(), GRACE).unref();
    });
}

/** @returns {Promise<Handler>} */
async function makeHandler(/** @type {Service} */ service, /** @type {string} */ port) {
  try {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new Error('PORT must be a number up to 65535');
    return await service.makeHandler();
  } catch (error) {
    return giveUp(service, /** @type {Error} */ (error).message);
  }
}

/** @returns {never} */
function giveUp(/** @type {Service} */ { name }, /** @type {string} */ reason) {
  console.error(`${name} does not start. ${reason}`);
  process.exit(1);
}

/**
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 * @param {Handler} handler
 * @param {Service} service
 */
async function answer(incoming, outgoing, handler, { allow, readsBody }) {
  const { method = '', url = '/', headers, socket } = incoming;
  if (FORBIDDEN.test(method)) return new Response(null, { status: 405, headers: { Allow: allow } });
  const gone = new AbortController();
  outgoing.once('close', () => gone.abort());
  const body = readsBody && hasBody(incoming) && !/^(?:GET|HEAD)$/.test(method);
  const request = new Request(new URL(url.replace(/^\/+/, '/'), 'http://localhost/'), {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => /** @type {[string, string]} */ ([name, one])),
    ),
    signal: gone.signal,
    ...(body && {
      body: /** @type {ReadableStream<Uint8Array>} */ (Readable.toWeb(incoming)),
      duplex: 'half',
    }),
  });
  return handler(request, { remoteAddr: { hostname: socket.remoteAddress } });
}

function hasBody(/** @type {import('node:http').IncomingMessage} */ { headers }) {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}
