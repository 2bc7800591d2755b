import type { Endpoint } from './endpoint.js';
import { BodyError, readJsonBody } from './json-body.js';
import type { OfferedVoice, Rendering, SpeechSource } from './speech-source.js';
import { type Synthesis, SynthesisError } from './synthesis.js';

/** The beginning of what names an error. */
const ERRORS = 'https://readium.org/speech-server/error#';

/** What Readium calls „controls": only word times can be had. */
const controlsOf = ({ timesWords }: SpeechSource) => ({
  pitch: false,
  speed: false,
  ssml: false,
  boundary: timesWords,
});

/** The protocol of Readium Speech Server. @see https://github.com/readium/speech-server/blob/main/docs/API.md */
export function readiumEndpoints(synthesis: Synthesis, maxBytes: number): Endpoint[] {
  const { source, formats, maxTextLength } = synthesis;
  return [
    {
      path: '/service',
      method: 'GET',
      answer: () =>
        Response.json({
          output: { formats, default: 'wav' },
          limits: { maxTextLength, maxConcurrentSyntheses: 1 },
          providers: [
            {
              id: source.name,
              installedLanguages: [...new Set(source.voices.map(({ lang }) => lang))],
              quality: null,
              controls: controlsOf(source),
            },
          ],
        }),
    },
    { path: '/voices', method: 'GET', answer: (request) => voicesResponse(request, source) },
    {
      path: '/synthesize',
      method: 'POST',
      answer: (request) => synthesize(request, synthesis, maxBytes).catch(problemOf),
    },
  ];
}

function voicesResponse({ url }: Request, source: SpeechSource): Response {
  const { searchParams: query } = new URL(url);
  const language = query.get('language')?.toLowerCase() ?? '';
  const provider = query.get('provider') ?? source.name;
  const found = source.voices.filter(
    ({ lang }) => lang.toLowerCase().startsWith(language) && provider === source.name,
  );
  const offset = Number(query.get('offset') ?? 0) || 0;
  const limit = Number(query.get('limit') ?? Infinity) || Infinity;
  const headers = { 'X-Total-Count': String(found.length), 'X-Offset': String(offset) };
  const voices = found.slice(offset, offset + limit).map((voice) => voiceJson(voice, source));
  return Response.json(voices, { headers });
}

function voiceJson({ id, name, lang }: OfferedVoice, source: SpeechSource): object {
  return {
    name,
    originalName: id,
    provider: source.name,
    identifier: id,
    language: lang,
    otherLanguages: [],
    gender: null,
    quality: null,
    controls: Object.fromEntries(Object.entries(controlsOf(source)).filter(([, has]) => has)),
  };
}

async function synthesize(
  request: Request,
  synthesis: Synthesis,
  maxBytes: number,
): Promise<Response> {
  const { text, voice, language, ssml, boundary, output } = await readJsonBody(request, maxBytes);
  if (ssml === true)
    throw new SynthesisError(422, 'validation_failed', 'Only plain text is spoken', 'ssml');
  const { format } = { format: 'wav', ...(output as object | null) } as { format: unknown };
  const wanted = { text, voice: voice ?? undefined, lang: language ?? undefined, format };
  const speech = await synthesis.speak(wanted, request.signal);
  const file = new Response(speech.file, { headers: { 'Content-Type': speech.type } });
  if (boundary !== true) return file;
  return Response.json({
    audio: base64Of(new Uint8Array(await file.arrayBuffer())),
    format: speech.format,
    boundaries: synthesis.source.timesWords ? boundariesOf(speech.rendering) : null,
  });
}

function boundariesOf({ words }: Rendering): object[] {
  return words.map(({ start, end, time }) => ({
    name: 'word',
    charIndex: start,
    charLength: end - start,
    elapsedTime: time,
  }));
}

function base64Of(bytes: Uint8Array): string {
  let text = '';
  for (let start = 0; start < bytes.length; start += 32_768)
    text += String.fromCharCode(...bytes.subarray(start, start + 32_768));
  return btoa(text);
}

/** @see https://www.rfc-editor.org/rfc/rfc9457 */
function problemOf(error: unknown): Response {
  const isKnown = error instanceof SynthesisError || error instanceof BodyError;
  if (!isKnown) throw error;
  const { status, message } = error;
  const code = error instanceof SynthesisError ? error.code : 'validation_failed';
  const title = code.replaceAll('_', ' ');
  return Response.json(
    { type: ERRORS + code, title, status, detail: message },
    { status, headers: { 'Content-Type': 'application/problem+json' } },
  );
}
