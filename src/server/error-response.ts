/** A response that says in JSON what is wrong with a request, or why it cannot be answered. */
export function errorResponse(
  status: number,
  error: string,
  headers: Record<string, string> = {},
): Response {
  return Response.json({ error }, { status, headers });
}
