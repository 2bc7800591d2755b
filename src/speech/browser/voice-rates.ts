import type { Abilities, Voice } from '../engine.js';
import type { Platform } from './platform.js';

type RateRange = Abilities['rates'];

/** What a voice is to understand. @see https://webaudio.github.io/web-speech-api/#dom-speechsynthesisutterance-rate */
export const ALL_RATES: RateRange = [0.1, 10];

/**
 * Firefox spreads these over what speech-dispatcher knows, and cuts off the rest: SpeechDispatcherService.cpp in
 * https://searchfox.org/mozilla-central/source/dom/media/webspeech/synth/speechd
 */
const FIREFOX_SPEECHD: RateRange = [0.5, 2.5];

/**
 * Chromium maps these to -100 to 100, and libspeechd leaves the rate as it was for any more:
 * https://source.chromium.org/chromium/chromium/src/+/main:content/browser/speech/tts_linux.cc
 */
const CHROMIUM_SPEECHD: RateRange = [1 / 3, 3];

/** Chromium caps it: https://source.chromium.org/chromium/chromium/src/+/main:content/browser/speech/tts_mac.mm */
const CHROMIUM_MAC: RateRange = [0.1, 4];

/**
 * Google's server takes a speed of 0 to 1, which is half the rate: tts_extension.js in
 * https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/resources/network_speech_synthesis
 */
const GOOGLE: RateRange = [0.1, 2];

/** WebKit maps 2 to the fastest that Apple's voices know, and more to what they do not: https://webkit.org/b/258587 */
const WEBKIT: RateRange = [0.1, 2];

/** How slowly and how fast a voice can speak, as far as that is known of its browser. */
export function ratesOf(
  { name, voiceURI, localService }: Voice,
  { vendor, userAgent }: Platform,
): RateRange {
  if (voiceURI.startsWith('urn:moz-tts:speechd:')) return FIREFOX_SPEECHD;
  if (vendor.startsWith('Apple')) return WEBKIT;
  if (!vendor.startsWith('Google')) return ALL_RATES;
  if (!localService) return name.startsWith('Google ') ? GOOGLE : ALL_RATES;
  if (userAgent.includes('X11; Linux')) return CHROMIUM_SPEECHD;
  return userAgent.includes('Macintosh') ? CHROMIUM_MAC : ALL_RATES;
}
