import { loadPanelMessages } from '../locales/panels/load-panel-messages.js';
import type { Messages } from '../locales/messages.js';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import type { Playback } from '../playback/playback.js';

/**
 * Loads the texts about the voice that speaks: that it took over from another one, and that it cannot speak at the chosen rate.
 *
 * @param lang the language of the interface
 * @returns a function that describes the voice of a playback
 */
export async function loadStatusDetails({ lang, times }: Messages) {
  const panel = await loadPanelMessages(lang);
  return (playback: Playback) =>
    [takeover(playback, panel), rateLimit(playback, panel, times)].filter(Boolean).join(' ');
}

function takeover({ notice }: Playback, panel: PanelMessages): string {
  if (notice?.kind !== 'takeover') return '';
  const [from = '', to = ''] = [notice.from, notice.to].map((name) => panel.engines[name] ?? name);
  return panel.takeover(from, to, notice.reason === 'busy');
}

function rateLimit(
  { playbackRate, spokenRate }: Playback,
  panel: PanelMessages,
  times: Messages['times'],
): string {
  if (spokenRate < playbackRate) return panel.highestRate(times(spokenRate));
  return spokenRate > playbackRate ? panel.lowestRate(times(spokenRate)) : '';
}
