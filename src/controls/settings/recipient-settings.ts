import type { TemplateResult } from 'lit';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Settings } from '../../settings/schema.js';
import { settings } from '../../settings/store.js';
import type { ListedVoice } from '../../speech/listed-voices.js';
import { recipientName } from '../shared/recipient-name.js';
import { checkbox } from './fields.js';

/**
 * Who may receive text, as far as the listener has answered that.
 *
 * @param voices the voices that are available
 */
export function recipientSettings(
  panel: PanelMessages,
  { allowed }: Settings,
  voices: readonly ListedVoice[],
): TemplateResult[] {
  return Object.entries(allowed).map(([recipient, isAllowed]) =>
    checkbox(panel.mayBeSentTo(recipientName(recipient, panel)), isAllowed, (chosen) =>
      allow(recipient, chosen, voices),
    ),
  );
}

/** Where text may no longer be sent, a voice that needs it is no longer chosen: the picker shows what reads. */
function allow(recipient: string, isAllowed: boolean, voices: readonly ListedVoice[]): void {
  const { allowed, voice } = settings.current;
  const chosen = voices.find(
    ({ engine, voiceURI }) => engine === voice?.engine && voiceURI === voice.voiceURI,
  );
  settings.choose({
    allowed: { ...allowed, [recipient]: isAllowed },
    ...(!isAllowed && chosen?.recipient === recipient && { voice: undefined }),
  });
}
