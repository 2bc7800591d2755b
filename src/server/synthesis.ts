import { wavOf } from '../speech/sound/wav.js';
import type { OfferedVoice, Rendering, SpeechSource } from './speech-source.js';

/** Why a text is not spoken, in the words of both protocols. */
export class SynthesisError extends Error {
  readonly status: number;
  /** As Readium names it. */
  readonly code:
    | 'validation_failed'
    | 'voice_not_found'
    | 'voice_language_unsupported'
    | 'payload_too_large'
    | 'unsupported_format'
    | 'provider_error';
  /** The field of the request. */
  readonly field: string | null;

  constructor(
    status: number,
    code: SynthesisError['code'],
    message: string,
    field: string | null = null,
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.field = field;
  }
}

/** What a request of either protocol asks for, unchecked. */
export interface SynthesisRequest {
  readonly text: unknown;
  readonly voice: unknown;
  readonly lang?: unknown;
  readonly format: unknown;
}

/** A text as sound. */
export interface Speech {
  readonly file: BodyInit;
  readonly format: string;
  readonly type: string;
  readonly rendering: Rendering;
}

/** The MIME types of formats. */
const TYPES: Readonly<Record<string, string>> = {
  wav: 'audio/wav',
  mp3: 'audio/mpeg',
  opus: 'audio/ogg',
  aac: 'audio/aac',
  flac: 'audio/flac',
};

/** Checks requests, and has the source speak them. */
export class Synthesis {
  readonly source: SpeechSource;
  readonly maxTextLength: number;

  constructor(source: SpeechSource, maxTextLength: number) {
    this.source = source;
    this.maxTextLength = maxTextLength;
  }

  /** The names of the audio formats, WAV first. */
  get formats(): string[] {
    return ['wav', ...Object.keys(this.source.encoders ?? {})];
  }

  /** @throws a SynthesisError */
  async speak(request: SynthesisRequest, signal: AbortSignal): Promise<Speech> {
    const text = this.#textOf(request.text);
    const voice = this.#voiceOf(request);
    const { format } = request;
    if (typeof format !== 'string' || !this.formats.includes(format))
      throw new SynthesisError(
        415,
        'unsupported_format',
        `The formats are ${this.formats.join(', ')}`,
        'format',
      );
    try {
      const rendering = await this.source.render(text, voice, signal);
      const encode = this.source.encoders?.[format];
      const file = encode
        ? await encode(rendering)
        : wavOf([rendering.samples], rendering.sampleRate);
      return { file, format, type: TYPES[format] ?? `audio/${format}`, rendering };
    } catch (error) {
      console.error(`A text was not spoken: ${error instanceof Error ? error.name : 'unknown'}`);
      throw new SynthesisError(502, 'provider_error', 'The synthesizer failed');
    }
  }

  #textOf(text: unknown): string {
    if (typeof text !== 'string')
      throw new SynthesisError(422, 'validation_failed', 'The text must be a string', 'text');
    if (!text.trim())
      throw new SynthesisError(400, 'validation_failed', 'The text is empty', 'text');
    if (text.length > this.maxTextLength)
      throw new SynthesisError(
        413,
        'payload_too_large',
        `The text may have ${this.maxTextLength} characters`,
        'text',
      );
    return text;
  }

  /** The voice that is named, else the first one of the language, else the first one. */
  #voiceOf({ voice, lang }: SynthesisRequest): OfferedVoice {
    const { voices } = this.source;
    const isOf = (offered: OfferedVoice) =>
      typeof lang !== 'string' || primary(offered.lang) === primary(lang);
    const named = voices.find(({ id }) => id === voice);
    if (typeof voice === 'string' && !named)
      throw new SynthesisError(404, 'voice_not_found', 'There is no such voice', 'voice');
    const chosen = named ?? voices.find(isOf) ?? voices[0];
    if (!chosen || !isOf(chosen))
      throw new SynthesisError(
        404,
        'voice_language_unsupported',
        'No such voice speaks this language',
        'language',
      );
    return chosen;
  }
}

function primary(lang: string): string {
  return lang.toLowerCase().split(/[-_]/)[0] ?? '';
}
