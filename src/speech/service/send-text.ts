import { report } from '../../console/report.js';
import { SpeechError } from '../engine.js';
import { fetchWithRetry, hostOf } from './fetch-with-retry.js';

/**
 * Sends a text to a service, and nowhere else: the listener has agreed to its host, not to where a redirect leads.
 *
 * @returns a complete response: a successful one, or a failure that a retry would not change
 * @throws a SpeechError, or the signal's reason
 */
export async function sendText(url: string | URL, init: RequestInit): Promise<Response> {
  const response = await fetchWithRetry(url, { ...init, redirect: 'manual' });
  // Browsers hide the status of a redirect, Node does not.
  const { type, status } = response;
  if (type !== 'opaqueredirect' && !(status >= 300 && status < 400)) return response;
  const message = `${hostOf(url)} answers with a redirect, where no text is sent`;
  report(`${message}. Name the address that it leads to`);
  throw new SpeechError('failed', message);
}
