/** A response that says in JSON what is wrong with a request, or why it cannot be answered. */
export function errorResponse(
  status: number,
  error: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error }, { status, headers });
}

/** The header that says when to ask again, in seconds. */
export function retryAfterHeader(seconds: number): Record<string, string> {
  return { 'Retry-After': String(Math.ceil(seconds)) };
}
