/**
 * Serves the token broker on Node, with the settings that src/server/broker-settings.ts describes: on PORT (default 8787) of HOST
 * (default 127.0.0.1, which only this machine can reach). Ends with code 1 if a setting is missing or wrong. On SIGINT and SIGTERM
 * it answers the requests under way, then ends.
 */
import { createServer } from 'node:http';
import { createTokenBroker, settingsFromEnvironment } from 'vorleser/server/token';

/**
 * How long a client may take to send its headers, and the whole request, and how long a connection may be idle; milliseconds. A
 * request is a few hundred bytes, so even a bad connection needs a fraction of that.
 */
const TIMEOUTS = {
  headersTimeout: 5000,
  requestTimeout: 10_000,
  keepAliveTimeout: 5000,
  connectionsCheckingInterval: 1000,
};

/** How long requests may take to be answered at the end, in milliseconds. Azure has 8 seconds to answer. */
const GRACE = 10_000;

/** Methods that a `Request` cannot have. @see https://fetch.spec.whatwg.org/#forbidden-method */
const FORBIDDEN = /^(?:CONNECT|TRACE|TRACK)$/;

const { HOST: host = '127.0.0.1', PORT: port = '8787' } = process.env;
const broker = configuredBroker();
let stopping = false;

const server = createServer(TIMEOUTS, serve)
  // The body that the client announces is not wanted.
  .on('checkContinue', serve)
  .on('error', (/** @type {NodeJS.ErrnoException} */ { code }) =>
    giveUp(`It cannot listen on HOST and PORT: ${code}`),
  )
  .listen({ host, port: Number(port) }, () => {
    const address = /** @type {import('node:net').AddressInfo} */ (server.address());
    const name = address.family === 'IPv6' ? `[${address.address}]` : address.address;
    console.log(`Token broker: http://${name}:${address.port}/`);
  });
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, stop);

function configuredBroker() {
  try {
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      throw new Error('PORT must be a number up to 65535');
    return createTokenBroker(settingsFromEnvironment(process.env));
  } catch (error) {
    return giveUp(/** @type {Error} */ (error).message);
  }
}

/** @returns {never} */
function giveUp(/** @type {string} */ reason) {
  console.error(`The token broker does not start. ${reason}`);
  process.exit(1);
}

/**
 * @param {import('node:http').IncomingMessage} incoming
 * @param {import('node:http').ServerResponse} outgoing
 */
async function serve(incoming, outgoing) {
  try {
    const response = await answer(incoming);
    outgoing.statusCode = response.status;
    outgoing.setHeaders(response.headers);
    // Nobody reads a body: the connection is closed instead.
    if (stopping || hasBody(incoming)) outgoing.setHeader('Connection', 'close');
    outgoing.end(await response.text());
  } catch (error) {
    console.error(`Request failed: ${error instanceof Error ? error.name : 'unknown error'}`);
    outgoing.writeHead(500).end();
  }
}

async function answer(/** @type {import('node:http').IncomingMessage} */ incoming) {
  const { method = '', headers, socket } = incoming;
  if (FORBIDDEN.test(method))
    return new Response(null, { status: 405, headers: { Allow: 'GET, OPTIONS' } });
  const request = new Request('http://localhost/', {
    method,
    headers: Object.entries(headers).flatMap(([name, value]) =>
      [value ?? []].flat().map((one) => /** @type {[string, string]} */ ([name, one])),
    ),
  });
  return broker(request, { remoteAddr: { hostname: socket.remoteAddress } });
}

function hasBody(/** @type {import('node:http').IncomingMessage} */ { headers }) {
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > 0;
}

function stop() {
  stopping = true;
  server.close();
  setTimeout(() => server.closeAllConnections(), GRACE).unref();
}
