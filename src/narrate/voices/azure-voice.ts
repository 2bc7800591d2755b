import type * as SpeechSdk from 'microsoft-cognitiveservices-speech-sdk';
import { isMultilingual, ssmlOf } from '../../speech/azure/ssml.js';
import type { Utterance } from '../../speech/engine.js';
import { primaryLanguage } from '../../speech/language-tag.js';
import type { Rendering } from '../../speech/sound/rendering.js';
import type { TimedWord } from '../../speech/sound/sound.js';
import { segmentWords } from '../../speech/segment-words.js';
import { Failure, UsageFailure } from '../failure.js';
import type { Voice } from './voice.js';

type Sdk = typeof SpeechSdk;

/** German, and speaks other languages, too. */
const DEFAULT_VOICE = 'de-DE-SeraphinaMultilingualNeural';

/** The service answers only to so many requests at a time. @see https://learn.microsoft.com/azure/ai-services/speech-service/speech-services-quotas-and-limits */
const MOST_JOBS = 8;

const SAMPLE_RATE = 24_000;

/** The unit of the service's times, in seconds. */
const TICK = 1e-7;

/** How many times an utterance is requested at most, and how long to wait before the second time, doubled for the third, in milliseconds. */
const MAX_ATTEMPTS = 4;
const FIRST_BACK_OFF = 500;

/** What reports a word, and when it begins. */
interface Boundary {
  readonly text: string;
  /** In ticks. */
  readonly audioOffset: number;
}

/**
 * One of Azure's neural voices. Its word boundaries come only over the service's WebSocket, which Microsoft documents for its SDK: the package
 * `microsoft-cognitiveservices-speech-sdk`.
 *
 * @see https://learn.microsoft.com/azure/ai-services/speech-service/how-to-speech-synthesis#subscribe-to-synthesizer-events
 */
export class AzureVoice implements Voice {
  readonly id: string;
  readonly name: string;
  readonly jobs: number;
  readonly #voice: string;
  readonly #sdk: Sdk;
  readonly #config: SpeechSdk.SpeechConfig;

  /**
   * Takes the key and the region from the environment: `AZURE_SPEECH_KEY`, `AZURE_SPEECH_REGION`, and for sovereign clouds `AZURE_SPEECH_HOST`.
   *
   * @param voice a short name, such as `de-DE-KatjaNeural`; empty for the default
   * @throws a UsageFailure if something is missing
   */
  static async create(voice: string, jobs: number): Promise<AzureVoice> {
    const {
      AZURE_SPEECH_KEY: key,
      AZURE_SPEECH_REGION: region,
      AZURE_SPEECH_HOST: host,
    } = process.env;
    if (!key)
      throw new UsageFailure('AZURE_SPEECH_KEY is not set: the key of your Speech resource');
    if (!region && !host)
      throw new UsageFailure(
        'AZURE_SPEECH_REGION is not set: that of your Speech resource, such as westeurope',
      );
    const sdk = await loadSdk();
    const config = host
      ? sdk.SpeechConfig.fromHost(new URL(host.includes('://') ? host : `wss://${host}`), key)
      : sdk.SpeechConfig.fromSubscription(key, region ?? '');
    config.speechSynthesisOutputFormat = sdk.SpeechSynthesisOutputFormat.Raw24Khz16BitMonoPcm;
    return new AzureVoice(sdk, config, voice || DEFAULT_VOICE, Math.min(jobs, MOST_JOBS));
  }

  private constructor(sdk: Sdk, config: SpeechSdk.SpeechConfig, voice: string, jobs: number) {
    this.#sdk = sdk;
    this.#config = config;
    this.#voice = voice;
    this.id = `azure ${voice}`;
    this.name = voice.replace(/^.*-|(?:Multilingual)?Neural$/g, '');
    this.jobs = jobs;
  }

  speaks(lang: string): boolean {
    return isMultilingual(this.#voice) || primaryLanguage(lang) === primaryLanguage(this.#voice);
  }

  async render(utterance: Utterance, signal: AbortSignal): Promise<Rendering> {
    const ssml = ssmlOf(utterance, this.#voice);
    for (let attempt = 1; ; attempt++) {
      signal.throwIfAborted();
      try {
        const { sound, boundaries } = await this.#synthesize(ssml, signal);
        if (sound.byteLength === 0) throw new Failure('the service sent no sound');
        const samples = new Int16Array(sound.slice(0, sound.byteLength & ~1));
        return { samples, sampleRate: SAMPLE_RATE, words: wordsOf(utterance.text, boundaries) };
      } catch (error) {
        signal.throwIfAborted();
        if (attempt === MAX_ATTEMPTS || isFinal(error)) throw azureFailure(error);
        const delay = FIRST_BACK_OFF * 2 ** (attempt - 1);
        await new Promise((resolve) => setTimeout(resolve, delay));
      }
    }
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  #synthesize(
    ssml: string,
    signal: AbortSignal,
  ): Promise<{ sound: ArrayBuffer; boundaries: Boundary[] }> {
    // Null: the SDK must not play the sound.
    const synthesizer = new this.#sdk.SpeechSynthesizer(this.#config, null);
    const { Word } = this.#sdk.SpeechSynthesisBoundaryType;
    const boundaries: Boundary[] = [];
    synthesizer.wordBoundary = (_, event) => {
      if (event.boundaryType === Word) boundaries.push(event);
    };
    const result = new Promise<{ sound: ArrayBuffer; boundaries: Boundary[] }>(
      (resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason), { once: true });
        synthesizer.speakSsmlAsync(
          ssml,
          ({ reason, audioData, errorDetails }) => {
            if (reason === this.#sdk.ResultReason.SynthesizingAudioCompleted)
              resolve({ sound: audioData, boundaries });
            else reject(new Failure(errorDetails || 'the service has cancelled'));
          },
          (message) => reject(new Failure(message)),
        );
      },
    );
    return result.finally(() => synthesizer.close());
  }
}

async function loadSdk(): Promise<Sdk> {
  try {
    const sdk = (await import('microsoft-cognitiveservices-speech-sdk')) as Sdk & { default?: Sdk };
    return sdk.default ?? sdk;
  } catch (cause) {
    throw new UsageFailure(
      'Azure’s SDK is not installed: npm install microsoft-cognitiveservices-speech-sdk',
      { cause },
    );
  }
}

/**
 * The words of a text, as a reader sees them, with the times that the service has reported. It reports them in order, and how they are written;
 * one of the text's words, such as „Jong-un“, may be several of the service's.
 */
export function wordsOf(text: string, boundaries: readonly Boundary[]): TimedWord[] {
  const written = segmentWords(text);
  const words: TimedWord[] = [];
  let from = 0;
  for (const { text: reported, audioOffset } of boundaries) {
    const at = text.indexOf(reported, from);
    if (at < 0 || !reported) continue;
    from = at + reported.length;
    const word = written.find(({ end }) => at < end);
    if (word && word.start < from && word.start >= (words.at(-1)?.end ?? 0))
      words.push({ ...word, time: audioOffset * TICK });
  }
  return words;
}

/** Whether another attempt would end in the same way: the key, the voice or the text is wrong. */
function isFinal(error: unknown): boolean {
  return /\b(?:400|401|403|404|1007)\b|Unsupported|Bad request/i.test(String(error));
}

function azureFailure(error: unknown): Failure {
  const message = String((error as Error).message ?? error).trim();
  const remedy = /\b40[13]\b/.test(message)
    ? ' Are AZURE_SPEECH_KEY and AZURE_SPEECH_REGION right?'
    : '';
  return new Failure(`Azure: ${message}.${remedy}`.replace('..', '.'), { cause: error });
}
