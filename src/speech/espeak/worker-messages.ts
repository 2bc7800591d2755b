import type { LanguageRun } from '../engine.js';
import type { Rendering } from '../sound/rendering.js';

/** What the worker is asked: to render an utterance's text. */
export interface RenderRequest {
  readonly id: number;
  readonly text: string;
  readonly runs?: readonly LanguageRun[];
}

/** What the worker answers. `share` is the part of the voice that has arrived, 0 to 1. */
export type WorkerMessage =
  | { readonly type: 'progress'; readonly share: number }
  | { readonly type: 'ready' }
  | { readonly type: 'failed'; readonly reason: 'network' | 'failed'; readonly message: string }
  | { readonly type: 'rendered'; readonly id: number; readonly rendering: Rendering };
