import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import { BROWSER_VENDOR } from '../../speech/engine.js';

/** What to call someone who receives text, within a sentence of the interface. */
export function recipientName(recipient: string, { browserVendor }: PanelMessages): string {
  return recipient === BROWSER_VENDOR ? browserVendor : recipient;
}
