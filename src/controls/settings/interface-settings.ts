import { html, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../locales/locales.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Settings } from '../../settings/schema.js';
import { settings } from '../../settings/store.js';
import { checkbox, group, select } from './fields.js';

/**
 * The language of the interface, and how it reacts to keys.
 *
 * @param showKeyList shows the keyboard shortcuts
 */
export function interfaceSettings(
  panel: PanelMessages,
  { language, keys, yields }: Settings,
  showKeyList: () => void,
): TemplateResult {
  const languages: readonly (readonly [string | null, string])[] = [
    [null, panel.pageLanguage],
    ...LANGUAGES.map((lang) => [lang, nativeName(lang)] as const),
  ];
  return group(
    panel.controls,
    html`${select(panel.language, languages, language, (chosen) =>
        settings.choose({ language: chosen ?? undefined }),
      )}
      ${checkbox(panel.useShortcuts, keys, (chosen) => settings.choose({ keys: chosen }))}
      <button part="panel-button" type="button" aria-haspopup="dialog" @click=${showKeyList}>
        ${panel.showKeyList}
      </button>
      ${checkbox(panel.pauseOnNavigation, yields, (chosen) => settings.choose({ yields: chosen }))}`,
  );
}

/** The name of a language in that language: "Deutsch", "English", "Français". */
function nativeName(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
