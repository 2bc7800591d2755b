import { type Environment, matches, Variables } from './environment.js';

/** The settings of a token broker. */
export interface TokenBrokerSettings {
  /** The key of the Speech resource. It stays on the server. */
  readonly key: string;
  /** The region of the Speech resource, such as `westeurope`. */
  readonly region: string;
  /** The origins whose pages get tokens, such as `https://zeitung.example`, in addition to the broker's own. */
  readonly origins: readonly string[];
  /** How many requests per minute each client may send. */
  readonly limit?: number;
  /** The header in which your own proxy passes the client's address, such as `cf-connecting-ip`. By default the platform gives it. */
  readonly clientHeader?: string;
  /** The URL that issues tokens, for sovereign clouds. By default that of the region. */
  readonly issueTokenUrl?: string;
  /** The host of the Speech service, for sovereign clouds. By default that of the region. */
  readonly speechSynthesisHostname?: string;
}

/** A region of Azure. A key does not look like one: it is longer and has digits everywhere. */
const REGION = /^[a-z]{4,24}\d?$/;

/** The keys of a Speech resource have 32 or 84 letters and digits. */
const KEY = /^[A-Za-z\d]{32,}$/;

const HOST = /^(?:[a-z\d-]+\.)+[a-z]+$/;

/**
 * Reads the settings from environment variables: `AZURE_SPEECH_KEY`, `AZURE_SPEECH_REGION`, `VORLESER_ORIGINS` (separated by
 * spaces), and optionally `VORLESER_LIMIT`, `VORLESER_CLIENT_HEADER`, `AZURE_TOKEN_URL`, `AZURE_SPEECH_HOST`.
 *
 * @throws an Error that names the missing or invalid variable, and never contains its value, which could be a misplaced key
 */
export function settingsFromEnvironment(environment: Environment): TokenBrokerSettings {
  const read = new Variables(environment);
  const limit = read.number('VORLESER_LIMIT');
  return {
    key: read.required('AZURE_SPEECH_KEY', 'a key of 32 or more letters and digits', matches(KEY)),
    region: read.required('AZURE_SPEECH_REGION', 'a region, such as westeurope', matches(REGION)),
    origins: read.origins(true),
    ...(limit && { limit }),
    clientHeader: read.clientHeader(),
    issueTokenUrl: read.optional('AZURE_TOKEN_URL', 'a URL that begins with https:', isSecureUrl),
    speechSynthesisHostname: read.optional('AZURE_SPEECH_HOST', 'a host', matches(HOST)),
  };
}

/** The key is sent there. */
function isSecureUrl(text: string): boolean {
  return URL.canParse(text) && new URL(text).protocol === 'https:';
}
