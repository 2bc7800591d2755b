/** What a handler lets the pages of other origins do. */
export interface CrossOriginRules {
  /** The origins whose pages are answered, in addition to the handler's own. */
  readonly origins: ReadonlySet<string>;
  /** The methods that they may use, separated by commas. */
  readonly methods: string;
  /** The headers that they may send, separated by commas. */
  readonly headers?: string;
  /** Whether programs are answered as well, which unlike browsers do not say where a request comes from. */
  readonly programs?: boolean;
}

/** Whether a request comes from where it may come from. A page of the handler's own origin is known by `Sec-Fetch-Site`. */
export function isAllowed({ headers }: Request, { origins, programs }: CrossOriginRules): boolean {
  const origin = headers.get('Origin');
  const site = headers.get('Sec-Fetch-Site');
  if (origin !== null && origins.has(origin)) return true;
  if (origin === null && site === null) return programs === true;
  return site === 'same-origin' || (site === 'none' && programs === true);
}

/** The answer to a preflight from an allowed origin. */
export function preflight({ methods, headers }: CrossOriginRules): Response {
  return new Response(null, {
    status: 204,
    headers: {
      'Access-Control-Allow-Methods': methods,
      ...(headers && { 'Access-Control-Allow-Headers': headers }),
      'Access-Control-Max-Age': '86400',
    },
  });
}

/** Adds the headers that let pages of the allowed origins read a response, and keeps caches from storing it. */
export function withCrossOriginHeaders(
  response: Response,
  { headers }: Request,
  { origins }: CrossOriginRules,
): Response {
  const origin = headers.get('Origin');
  response.headers.set('Vary', 'Origin');
  response.headers.set('Cache-Control', 'no-store');
  if (origin !== null && origins.has(origin)) {
    response.headers.set('Access-Control-Allow-Origin', origin);
    response.headers.set('Access-Control-Expose-Headers', 'Retry-After');
  }
  return response;
}
