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

/** Environment variables, by name. */
export type Environment = Readonly<Record<string, unknown>>;

/**
 * Reads the settings from environment variables: `AZURE_SPEECH_KEY`, `AZURE_SPEECH_REGION`, `VORLESER_ORIGINS` (separated by
 * spaces), and optionally `VORLESER_LIMIT`, `VORLESER_CLIENT_HEADER`, `AZURE_TOKEN_URL`, `AZURE_SPEECH_HOST`.
 *
 * @throws an Error that names the missing or invalid variable, and never contains the key
 */
export function settingsFromEnvironment(environment: Environment): TokenBrokerSettings {
  const optional = (name: string) => {
    const value = environment[name];
    return typeof value === 'string' && value.trim() ? value.trim() : undefined;
  };
  const required = (name: string) => {
    const value = optional(name);
    if (!value) throw new Error(`${name} is not set`);
    return value;
  };
  const key = required('AZURE_SPEECH_KEY');
  const region = required('AZURE_SPEECH_REGION');
  if (!/^[a-z0-9]+$/.test(region)) throw new Error(`AZURE_SPEECH_REGION: ${region} is no region`);
  const limit = optional('VORLESER_LIMIT');
  if (limit && !(Number(limit) > 0)) throw new Error(`VORLESER_LIMIT: ${limit} is no number`);
  return {
    key,
    region,
    origins: required('VORLESER_ORIGINS')
      .split(/[\s,]+/)
      .map(originOf),
    ...(limit && { limit: Number(limit) }),
    clientHeader: optional('VORLESER_CLIENT_HEADER'),
    issueTokenUrl: optional('AZURE_TOKEN_URL'),
    speechSynthesisHostname: optional('AZURE_SPEECH_HOST'),
  };
}

function originOf(text: string): string {
  const origin = URL.canParse(text) ? new URL(text).origin : 'null';
  if (origin === 'null') throw new Error(`VORLESER_ORIGINS: ${text} is no origin`);
  return origin;
}
