import type { LanguageRun, SpeechError } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';
import type { VoiceFiles } from './voice-files.js';

/**
 * A message to the worker: where the voice is, in answer to `started`; a request to render the text of an utterance; or a request for
 * a sign of life.
 */
export type PageMessage = LoadRequest | RenderRequest | { readonly type: 'ping' };

export interface LoadRequest {
  readonly type: 'load';
  readonly files: VoiceFiles;
}

export interface RenderRequest {
  readonly type: 'render';
  readonly id: number;
  readonly text: string;
  readonly runs?: readonly LanguageRun[];
}

/** A message from the worker. `share` is the part of the voice that has been loaded, 0 to 1. */
export type WorkerMessage =
  | { readonly type: 'started' }
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready' }
  | { readonly type: 'pong' }
  | {
      readonly type: 'failed';
      readonly reason: SpeechError['reason'];
      readonly message: string;
    }
  | { readonly type: 'rendered'; readonly id: number; readonly rendering: Rendering };
