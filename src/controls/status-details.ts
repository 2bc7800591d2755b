import { formatNumber } from '../locales/format-number.js';
import { loadPanelMessages } from '../locales/panels/load-panel-messages.js';
import type { Messages } from '../locales/messages.js';
import type { PanelMessages } from '../locales/panels/panel-messages.js';
import { isListPage } from '../page/page-text.js';
import type { Playback } from '../playback/playback.js';

/**
 * Loads the texts about the voice that speaks: that it took over from another one, and that it cannot speak at the chosen rate; and
 * why nothing is read.
 *
 * @param messages the texts of the interface, in whose language these are loaded
 * @returns a function that describes the voice of a playback, or why it reads nothing
 */
export async function loadStatusDetails(messages: Messages) {
  const panel = await loadPanelMessages(messages.lang);
  return (playback: Playback) =>
    playback.notice?.kind === 'empty'
      ? nothingToRead(panel)
      : [takeover(playback, panel), rateLimit(playback, panel, messages.times)]
          .filter(Boolean)
          .join(' ');
}

/** Why there is nothing to read, where that is known. */
function nothingToRead(panel: PanelMessages): string {
  return isListPage() ? panel.noSingleArticle : '';
}

function takeover({ notice }: Playback, panel: PanelMessages): string {
  if (notice?.kind !== 'takeover') return '';
  const [from = '', to = ''] = [notice.from, notice.to].map((name) => panel.engines[name] ?? name);
  if (notice.from === 'recording')
    return notice.reason === 'timeout' ? panel.recordingSlow(to) : panel.recordingLost(to);
  return panel.takeover(from, to, notice.reason === 'busy');
}

function rateLimit(
  { playbackRate, spokenRate }: Playback,
  panel: PanelMessages,
  times: Messages['times'],
): string {
  const spoken = times(formatNumber(spokenRate, panel.lang));
  if (spokenRate < playbackRate) return panel.highestRate(spoken);
  return spokenRate > playbackRate ? panel.lowestRate(spoken) : '';
}
