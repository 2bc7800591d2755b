/** What a token broker has to know. */
export interface TokenBrokerSettings {
  /** The key of the Speech resource, which stays on the server. */
  readonly key: string;
  /** The region of the Speech resource, such as `westeurope`. */
  readonly region: string;
  /** The origins whose pages get tokens, such as `https://zeitung.example`, besides the broker's own. */
  readonly origins: readonly string[];
  /** How many requests of one client are let through a minute. */
  readonly limit?: number;
  /** The header in which a proxy of one's own names the client, such as `cf-connecting-ip`; else the platform is asked. */
  readonly clientHeader?: string;
  /** Where tokens are issued, for sovereign clouds; else the region's. */
  readonly issueTokenUrl?: string;
  /** The host that speaks, for sovereign clouds; else the region's. */
  readonly speechSynthesisHostname?: string;
}

/** Names and values of an environment. */
export type Environment = Readonly<Record<string, unknown>>;

/**
 * The settings in an environment: `AZURE_SPEECH_KEY`, `AZURE_SPEECH_REGION`, `VORLESER_ORIGINS` (with spaces between them),
 * and where they are wanted `VORLESER_LIMIT`, `VORLESER_CLIENT_HEADER`, `AZURE_TOKEN_URL`, `AZURE_SPEECH_HOST`.
 *
 * @throws an Error that names what is missing or wrong, and no value of the key
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
