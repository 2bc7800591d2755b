import type { Abilities, Voice } from '../engine.js';
import type { Platform } from './platform.js';

type RateRange = Abilities['rates'];

/** The rates that the specification allows. @see https://webaudio.github.io/web-speech-api/#dom-speechsynthesisutterance-rate */
export const ALL_RATES: RateRange = [0.1, 10];

/**
 * Firefox maps these to the range of speech-dispatcher and clamps the rest: SpeechDispatcherService.cpp in
 * https://searchfox.org/mozilla-central/source/dom/media/webspeech/synth/speechd
 */
const FIREFOX_SPEECHD: RateRange = [0.5, 2.5];

/**
 * Chromium maps these to -100 to 100; for anything beyond, libspeechd does not change the rate:
 * https://source.chromium.org/chromium/chromium/src/+/main:content/browser/speech/tts_linux.cc
 */
const CHROMIUM_SPEECHD: RateRange = [1 / 3, 3];

/** Chromium limits the rate: https://source.chromium.org/chromium/chromium/src/+/main:content/browser/speech/tts_mac.mm */
const CHROMIUM_MAC: RateRange = [0.1, 4];

/**
 * Google's server accepts a speed of 0 to 1, which is half the rate: tts_extension.js in
 * https://source.chromium.org/chromium/chromium/src/+/main:chrome/browser/resources/network_speech_synthesis
 */
const GOOGLE: RateRange = [0.1, 2];

/** WebKit maps 2 to the highest rate of Apple's voices, and more than that to values they do not support: https://webkit.org/b/258587 */
const WEBKIT: RateRange = [0.1, 2];

/** The lowest and the highest rate of a voice, as far as they are known for its browser. */
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
