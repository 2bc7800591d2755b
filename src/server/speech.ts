import { clientOf, type RequestContext } from './client.js';
import {
  type CrossOriginRules,
  isAllowed,
  preflight,
  withCrossOriginHeaders,
} from './cross-origin.js';
import { errorResponse, retryAfterHeader } from './error-response.js';
import { openAiEndpoints } from './openai-endpoints.js';
import { RateLimit } from './rate-limit.js';
import { readiumEndpoints } from './readium-endpoints.js';
import type { SpeechServerSettings } from './speech-settings.js';
import { Synthesis } from './synthesis.js';

export type { Environment } from './environment.js';
export { speechSettingsFromEnvironment, type SpeechServerSettings } from './speech-settings.js';
export type { Encoder, OfferedVoice, Rendering, SpeechSource, TimedWord } from './speech-source.js';

/** How many requests per minute each client may send. A listener needs about 15 at the usual speed, 60 at the highest. */
const DEFAULT_LIMIT = 240;

/** The longest text, in UTF-16 code units: that of OpenAI's protocol, which does not tell clients another one. */
const DEFAULT_MAX_TEXT_LENGTH = 4096;

/** How many bytes JSON needs for a code unit at most, and for everything else in a body. */
const BYTES_PER_UNIT = 6;
const OTHER_BYTES = 16_384;

/**
 * Creates a speech server: it answers requests of OpenAI's protocol and of Readium Speech Server with the sound of a synthesizer.
 *
 * Pages of the configured origins and of its own are answered, and programs such as curl, which name no origin. What is sent to it is
 * not stored or logged.
 *
 * @returns a fetch handler for any platform with `Request` and `Response`, to be served in any folder
 */
export function createSpeechServer(settings: SpeechServerSettings) {
  const { source, clientHeader, maxTextLength = DEFAULT_MAX_TEXT_LENGTH } = settings;
  const synthesis = new Synthesis(source, maxTextLength);
  const limit = new RateLimit(settings.limit ?? DEFAULT_LIMIT);
  const maxBytes = BYTES_PER_UNIT * maxTextLength + OTHER_BYTES;
  const rules: CrossOriginRules = {
    origins: new Set(settings.origins),
    methods: 'GET, POST',
    headers: 'Content-Type',
    programs: true,
  };
  // A path that ends like another one's is longer.
  const endpoints = [
    ...openAiEndpoints(synthesis, maxBytes),
    ...readiumEndpoints(synthesis, maxBytes),
  ].sort((one, other) => other.path.length - one.path.length);

  const answer = async (request: Request, context?: RequestContext): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const endpoint = endpoints.find(({ path }) => pathname.endsWith(path));
    if (!isAllowed(request, rules)) return errorResponse(403, 'This origin gets no speech');
    if (!endpoint) return errorResponse(404, 'There is nothing here');
    if (request.method === 'OPTIONS') return preflight(rules);
    if (request.method !== endpoint.method)
      return errorResponse(405, `Only ${endpoint.method}`, {
        Allow: `${endpoint.method}, OPTIONS`,
      });
    const wait = limit.take(clientOf(request, clientHeader, context));
    if (wait > 0) return errorResponse(429, 'Too many requests', retryAfterHeader(wait));
    return endpoint.answer(request);
  };

  return async (request: Request, context?: RequestContext): Promise<Response> =>
    withCrossOriginHeaders(await answer(request, context), request, rules);
}
