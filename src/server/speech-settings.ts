import { type Environment, Variables } from './environment.js';
import type { SpeechSource } from './speech-source.js';

/** The settings of a speech server. */
export interface SpeechServerSettings {
  readonly source: SpeechSource;
  /** The origins whose pages are answered, such as `https://zeitung.example`, in addition to the server's own. */
  readonly origins?: readonly string[];
  /** How many requests per minute each client may send. */
  readonly limit?: number;
  /** The longest text of a request, in UTF-16 code units. */
  readonly maxTextLength?: number;
  /** The header in which your own proxy passes the client's address, such as `cf-connecting-ip`. By default the platform gives it. */
  readonly clientHeader?: string;
}

/**
 * Reads settings from environment variables, all optional: `VORLESER_ORIGINS` (separated by spaces), `VORLESER_LIMIT`,
 * `VORLESER_MAX_TEXT`, `VORLESER_CLIENT_HEADER`.
 *
 * @throws an Error that names the invalid variable, and does not contain its value
 */
export function speechSettingsFromEnvironment(
  environment: Environment,
): Omit<SpeechServerSettings, 'source'> {
  const read = new Variables(environment);
  return {
    origins: read.origins(false),
    limit: read.number('VORLESER_LIMIT'),
    maxTextLength: read.number('VORLESER_MAX_TEXT'),
    clientHeader: read.clientHeader(),
  };
}
