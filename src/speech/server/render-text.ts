import { piecesOf } from '../text-pieces.js';
import { TooLongError } from './connection.js';
import type { EncodedSpeech, Protocol, SpeechRequest } from './protocol.js';

/** A text without a letter or a digit has nothing to be spoken, and some servers answer it with an error. */
const SPOKEN = /[\p{L}\p{N}]/u;

/** No server finds a text of this length too long; in UTF-16 code units. */
const SHORT = 100;

/**
 * Requests the sound of a text of any length.
 *
 * @returns files to be heard one after another. The positions of words are in the whole text, their times in their file
 * @throws a SpeechError, or the signal's reason
 */
export async function renderText(
  protocol: Protocol,
  request: SpeechRequest,
  signal: AbortSignal,
  maxLength = protocol.maxTextLength,
): Promise<EncodedSpeech[]> {
  const rendered: EncodedSpeech[] = [];
  for (const { text, start } of piecesOf(request.text, maxLength)) {
    if (!SPOKEN.test(text)) continue;
    const piece = { ...request, text };
    const files = await protocol.render(piece, signal).then(
      (file) => [file],
      (error: unknown) => {
        if (!(error instanceof TooLongError) || text.length <= SHORT) throw error;
        // The server has a limit that it does not tell.
        return renderText(protocol, piece, signal, Math.ceil(text.length / 2));
      },
    );
    rendered.push(...files.map((file) => movedBy(start, file)));
  }
  return rendered;
}

/** The sound of a part of a text, with the positions of its words in the whole text. */
function movedBy(offset: number, speech: EncodedSpeech): EncodedSpeech {
  const words = speech.words.map(({ start, end, time }) => ({
    start: start + offset,
    end: end + offset,
    time,
  }));
  return { ...speech, words };
}
