import type { Endpoint } from './endpoint.js';
import { BodyError, readJsonBody } from './json-body.js';
import { type Synthesis, SynthesisError } from './synthesis.js';

/** What OpenAI's fields are called elsewhere. */
const FIELDS: Readonly<Record<string, string>> = { text: 'input', format: 'response_format' };

/**
 * The protocol of OpenAI's speech service, and the list of voices that servers have added to it. There is one model, whose name is
 * ignored.
 *
 * @see https://platform.openai.com/docs/api-reference/audio/createSpeech
 */
export function openAiEndpoints(synthesis: Synthesis, maxBytes: number): Endpoint[] {
  const { name, voices } = synthesis.source;
  const listed = voices.map((voice) => ({ id: voice.id, name: voice.name, language: voice.lang }));
  const model = { id: name, object: 'model', created: 0, owned_by: name };
  return [
    {
      path: '/v1/audio/speech',
      method: 'POST',
      answer: (request) => speak(request, synthesis, maxBytes).catch(errorOf),
    },
    { path: '/v1/audio/voices', method: 'GET', answer: () => Response.json({ voices: listed }) },
    {
      path: '/v1/models',
      method: 'GET',
      answer: () => Response.json({ object: 'list', data: [model] }),
    },
  ];
}

async function speak(request: Request, synthesis: Synthesis, maxBytes: number): Promise<Response> {
  const body = await readJsonBody(request, maxBytes);
  const { input, voice, response_format: format = 'mp3', speed = 1, stream_format } = body;
  if (speed !== 1)
    throw new SynthesisError(422, 'validation_failed', 'The only speed is 1', 'speed');
  if (stream_format !== undefined && stream_format !== 'audio')
    throw new SynthesisError(422, 'validation_failed', 'Only audio is sent', 'stream_format');
  const { file, type } = await synthesis.speak({ text: input, voice, format }, request.signal);
  return new Response(file, { headers: { 'Content-Type': type } });
}

/** @see https://platform.openai.com/docs/guides/error-codes */
function errorOf(error: unknown): Response {
  const isKnown = error instanceof SynthesisError || error instanceof BodyError;
  if (!isKnown) throw error;
  const { status, message } = error;
  const field = error instanceof SynthesisError ? error.field : null;
  return Response.json(
    {
      error: {
        message,
        type: status < 500 ? 'invalid_request_error' : 'server_error',
        param: FIELDS[field ?? ''] ?? field,
        code: error instanceof SynthesisError ? error.code : null,
      },
    },
    { status },
  );
}
