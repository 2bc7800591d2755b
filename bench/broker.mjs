/**
 * Measures the token broker as `npm run token` serves it, in turns with a bare server that does nothing but answer: requests a second and
 * how long an answer takes, alone, during a flood of clients that it has to count apart, while 1,000 clients are slow to send
 * their headers, and while others send large bodies; and how much memory it has taken at its largest. The clients run on the same
 * machine, so the figures are lower bounds.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import { connect } from 'node:net';
import { AzureStandIn, KEY } from '../test/fixtures/azure-stand-in.mjs';

const ORIGIN = 'https://zeitung.example';

/** How long each load lasts, in milliseconds, and over how many connections. */
const DURATION = 2000;
const CONNECTIONS = 50;

const SLOW_CLIENTS = 1000;

/** Clients that send large bodies, and the length of each, in bytes. */
const UPLOADS = 20;
const BODY = 100_000_000;

/** Answers with as many bytes as the broker. */
const BASELINE = `
  const body = JSON.stringify({ token: 'token-1', expiresIn: 600, region: 'westeurope' });
  const server = require('node:http').createServer((request, response) => response.end(body));
  server.listen(0, '127.0.0.1', () => console.log('http://127.0.0.1:' + server.address().port + '/'));`;

const moment = (/** @type {number} */ milliseconds) =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Starts a server that prints its address. */
async function start(/** @type {string[]} */ args, /** @type {NodeJS.ProcessEnv} */ env = {}) {
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await new Promise((resolve) => {
    child.stdout.once('data', (data) => resolve(String(data).match(/http:\S+/)?.[0]));
  });
  return { address: new URL(address), pid: child.pid, stop: () => child.kill() };
}

const brokerOn = (/** @type {AzureStandIn} */ azure) =>
  start(['build/token.mjs'], {
    ...{ PORT: '0', HOST: '127.0.0.1', NODE_EXTRA_CA_CERTS: azure.certificate },
    ...{ AZURE_SPEECH_KEY: KEY, AZURE_SPEECH_REGION: 'westeurope', VORLESER_ORIGINS: ORIGIN },
    ...{ VORLESER_LIMIT: '1000000', VORLESER_CLIENT_HEADER: 'x-client' },
    AZURE_TOKEN_URL: `${azure.url}/sts/v1.0/issueToken`,
  });

/** A request's status, and how long its answer took, in milliseconds. */
function ask(
  /** @type {URL} */ address,
  /** @type {http.Agent} */ agent,
  /** @type {string} */ client,
) {
  const asked = performance.now();
  return /** @type {Promise<{ status: number, taken: number }>} */ (
    new Promise((resolve, reject) => {
      const headers = { Origin: ORIGIN, 'X-Client': client };
      const request = http.get(address, { agent, headers }, (response) => {
        const status = response.statusCode ?? 0;
        response.on('end', () => resolve({ status, taken: performance.now() - asked })).resume();
      });
      request.on('error', reject);
    })
  );
}

/**
 * Sends requests over many connections, each as soon as the last one is answered.
 *
 * @param {(index: number) => string} clientOf the client that sends a request
 */
async function load(/** @type {URL} */ address, clientOf = () => '192.0.2.1') {
  const agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  /** @type {number[]} */
  const times = [];
  let failed = 0;
  let sent = 0;
  const end = performance.now() + DURATION;
  const send = async () => {
    while (performance.now() < end) {
      const { status, taken } = await ask(address, agent, clientOf(sent++));
      if (status !== 200) failed++;
      times.push(taken);
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, send));
  agent.destroy();
  times.sort((a, b) => a - b);
  const percentile = (/** @type {number} */ share) =>
    Number((times[Math.floor(times.length * share)] ?? NaN).toFixed(1));
  return {
    'requests a second': Math.round((times.length * 1000) / DURATION),
    'median, ms': percentile(0.5),
    'p99, ms': percentile(0.99),
    failed,
  };
}

/** Clients that send one byte of their headers a second. @returns a function that ends them and returns how long each was connected, in milliseconds */
async function slowClients(/** @type {URL} */ { hostname, port }) {
  /** @type {number[]} */
  const lasted = [];
  const sockets = Array.from({ length: SLOW_CLIENTS }, () => {
    const socket = connect(Number(port), hostname);
    const since = performance.now();
    const timer = setInterval(() => socket.write('x'), 1000);
    socket.on('connect', () => socket.write('GET / HTTP/1.1\r\nX-Slow: '));
    socket.on('error', () => undefined).resume();
    socket.on('close', () => {
      clearInterval(timer);
      lasted.push(performance.now() - since);
    });
    return socket;
  });
  await moment(500);
  return async () => {
    const start = performance.now();
    while (lasted.length < SLOW_CLIENTS && performance.now() - start < 10_000) await moment(100);
    const cut = lasted.length;
    for (const socket of sockets) socket.destroy();
    return { cut, 'after at most, ms': Math.round(Math.max(...lasted)) };
  };
}

/** Clients that send large bodies until they are cut off, again and again. @returns a function that ends them and returns what they sent per body */
function uploads(/** @type {URL} */ { hostname, port }) {
  const chunk = Buffer.alloc(65_536);
  /** @type {number[]} */
  const sent = [];
  let running = true;
  const upload = () =>
    new Promise((resolve) => {
      const socket = connect(Number(port), hostname);
      const send = () => socket.writable && socket.write(chunk, () => setImmediate(send));
      socket.on('connect', () => {
        socket.write(`POST / HTTP/1.1\r\nHost: x\r\nContent-Length: ${BODY}\r\n\r\n`, send);
      });
      socket.on('error', () => undefined).resume();
      socket.on('close', () => {
        sent.push(socket.bytesWritten);
        resolve(undefined);
      });
    });
  const all = Array.from({ length: UPLOADS }, async () => {
    while (running) {
      await upload();
      await moment(100);
    }
  });
  return async () => {
    running = false;
    await Promise.all(all);
    return { bodies: sent.length, 'kB sent of each at most': Math.round(Math.max(...sent) / 1000) };
  };
}

/** The most memory that a process has taken, in MB, where the system says it. */
function peakMemory(/** @type {number | undefined} */ pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Math.round(Number(/VmHWM:\s*(\d+)/.exec(status)?.[1]) / 1024);
  } catch {
    return NaN;
  }
}

export async function measureBroker() {
  const azure = await new AzureStandIn().listen();
  const broker = await brokerOn(azure);
  const baseline = await start(['-e', BASELINE]);
  const { address } = broker;
  await load(address);
  /** Measures the broker, and right after it the server that only answers. */
  const measure = async (/** @type {string} */ title, clientOf = () => '192.0.2.1') => {
    const measured = await load(address, clientOf);
    const bare = await load(baseline.address, clientOf);
    return {
      load: title,
      ...measured,
      'bare: requests a second': bare['requests a second'],
      'bare: p99, ms': bare['p99, ms'],
    };
  };
  const rows = [
    await measure('one client'),
    await measure('each request from another client', addressOf),
  ];
  const endSlow = await slowClients(address);
  rows.push(await measure(`beside ${SLOW_CLIENTS} slow clients`));
  const slow = await endSlow();
  const endUploads = uploads(address);
  rows.push(await measure(`beside ${UPLOADS} clients with large bodies`));
  const large = await endUploads();
  const memory = peakMemory(broker.pid);
  for (const server of [broker, baseline]) server.stop();
  azure.close();
  console.log(`\nThe token broker, ${CONNECTIONS} connections`);
  console.table(rows);
  console.log(`Slow clients: ${JSON.stringify(slow)}; large bodies: ${JSON.stringify(large)}`);
  console.log(`Requests to Azure: ${azure.requests.length}; memory at most: ${memory} MB`);
  return { rows, slow, large, 'requests to Azure': azure.requests.length, 'memory, MB': memory };
}

const addressOf = (/** @type {number} */ index) =>
  `2001:db8:${(index >> 16).toString(16)}:${(index & 0xffff).toString(16)}::1`;
