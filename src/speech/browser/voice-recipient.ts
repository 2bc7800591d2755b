import { BROWSER_VENDOR } from '../engine.js';

/**
 * Voices from the internet whose names say who speaks with them: Chrome sends texts for its own to Google
 * (chrome/browser/resources/network_speech_synthesis in https://source.chromium.org), Edge to Microsoft
 * (https://learn.microsoft.com/deployedge/microsoft-edge-policies#configurereadaloud).
 */
const COMPANIES = /^(Google) |^(Microsoft) .*\bOnline\b/;

/** Who receives the texts that a voice from the internet speaks, by the name of the voice. */
export function recipientOf(name: string): string {
  const [, google, microsoft] = COMPANIES.exec(name) ?? [];
  return google ?? microsoft ?? BROWSER_VENDOR;
}
