/** Why a request has no usable body, as a status and in words. */
export class BodyError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/**
 * Reads a JSON object from the body of a request. A body of another type is not read: browsers ask before they send JSON to another
 * origin, and other types without asking.
 *
 * @param maxBytes after which the rest is not read
 * @throws a BodyError
 */
export async function readJsonBody(
  request: Request,
  maxBytes: number,
): Promise<Readonly<Record<string, unknown>>> {
  const type = request.headers.get('Content-Type') ?? '';
  if (!/^application\/json\s*(?:;|$)/i.test(type))
    throw new BodyError(415, 'The body must be application/json');
  const text = await readText(request, maxBytes);
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      return body as Record<string, unknown>;
  } catch {
    // The same answer as for other values.
  }
  throw new BodyError(422, 'The body must be a JSON object');
}

async function readText({ headers, body }: Request, maxBytes: number): Promise<string> {
  const tooLarge = new BodyError(413, `The body may have ${maxBytes} bytes`);
  if (Number(headers.get('Content-Length') ?? 0) > maxBytes) throw tooLarge;
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (const reader = body?.getReader(); reader;) {
    const { done, value } = await reader.read();
    if (done) break;
    bytes += value.length;
    if (bytes > maxBytes) {
      await reader.cancel();
      throw tooLarge;
    }
    text += decoder.decode(value, { stream: true });
  }
  return text + decoder.decode();
}
