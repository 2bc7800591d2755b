import { clientOf, type RequestContext } from './client.js';
import {
  type CrossOriginRules,
  isAllowed,
  preflight,
  withCrossOriginHeaders,
} from './cross-origin.js';
import { errorResponse, retryAfterHeader } from './error-response.js';
import { IssuedTokens, TokenError } from './issued-tokens.js';
import { RateLimit } from './rate-limit.js';
import { settingsFromEnvironment, type TokenBrokerSettings } from './broker-settings.js';
import type { Environment } from './environment.js';

export { settingsFromEnvironment, type TokenBrokerSettings } from './broker-settings.js';
export type { Environment } from './environment.js';

/** How many requests per minute each client may send. A listener needs one every eight minutes. */
const DEFAULT_LIMIT = 30;

/**
 * Creates a token broker: it exchanges the key of a Speech resource, which no page may know, for tokens that are valid for ten
 * minutes, and answers requests from pages of the configured origins with a `TokenAnswer`.
 *
 * The list of origins keeps the pages of other sites from speaking at the publisher's expense, and the limit restricts clients
 * that forge the `Origin` header. Neither can keep a visitor of the publisher's page from using the token elsewhere.
 *
 * @returns a fetch handler for any platform with `Request` and `Response`
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/rest-text-to-speech#authentication
 */
export function createTokenBroker(settings: TokenBrokerSettings) {
  const { key, region, clientHeader, speechSynthesisHostname } = settings;
  const url =
    settings.issueTokenUrl ?? `https://${region}.api.cognitive.microsoft.com/sts/v1.0/issueToken`;
  const tokens = new IssuedTokens({ key, url });
  const limit = new RateLimit(settings.limit ?? DEFAULT_LIMIT);
  const rules: CrossOriginRules = { origins: new Set(settings.origins), methods: 'GET' };
  const endpoint = speechSynthesisHostname ? { speechSynthesisHostname } : { region };

  const answer = async (request: Request, context?: RequestContext): Promise<Response> => {
    const { method } = request;
    if (method !== 'GET' && method !== 'OPTIONS')
      return errorResponse(405, 'Only GET', { Allow: 'GET, OPTIONS' });
    if (!isAllowed(request, rules)) return errorResponse(403, 'This origin gets no tokens');
    if (method === 'OPTIONS') return preflight(rules);
    const wait = limit.take(clientOf(request, clientHeader, context));
    if (wait > 0) return errorResponse(429, 'Too many requests', retryAfterHeader(wait));
    const renew = request.headers.get('Cache-Control')?.includes('no-cache') ?? false;
    return Response.json({ ...(await tokens.get(renew)), ...endpoint });
  };

  return async (request: Request, context?: RequestContext): Promise<Response> => {
    const response = await answer(request, context).catch(failureResponse);
    return withCrossOriginHeaders(response, request, rules);
  };
}

let broker: ReturnType<typeof createTokenBroker> | undefined;

/** The broker configured by environment variables, in the form that `deno serve`, Bun and Cloudflare Workers expect. */
export default {
  async fetch(request: Request, context?: RequestContext & Environment): Promise<Response> {
    const { process } = globalThis as { process?: { env: Environment } };
    try {
      broker ??= createTokenBroker(settingsFromEnvironment({ ...process?.env, ...context }));
    } catch (error) {
      console.error(`The token broker is not configured: ${(error as Error).message}`);
      return errorResponse(500, 'The token broker is not configured');
    }
    return broker(request, context);
  },
};

function failureResponse(error: unknown): Response {
  if (!(error instanceof TokenError)) throw error;
  const { status, retryAfter } = error;
  return errorResponse(status, 'No token', retryAfter ? retryAfterHeader(retryAfter / 1000) : {});
}
