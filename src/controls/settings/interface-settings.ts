import { html, type TemplateResult } from 'lit';
import { LANGUAGES } from '../../locales/locales.js';
import type { More } from '../../locales/panels/panel-messages.js';
import { type Settings, settings } from '../../settings/settings.js';
import { choice, group, tick } from './fields.js';

/**
 * In which language the player speaks of itself, and what it does when keys are pressed.
 *
 * @param listKeys shows which those are
 */
export function interfaceSettings(
  more: More,
  { language, keys = true, yields = false }: Settings,
  listKeys: () => void,
): TemplateResult {
  const languages: readonly (readonly [string | undefined, string])[] = [
    [undefined, more.pageLanguage],
    ...LANGUAGES.map((lang) => [lang, ownName(lang)] as const),
  ];
  return group(
    more.use,
    html`${choice(more.language, languages, language, (chosen) =>
        settings.choose({ language: chosen }),
      )}
      ${tick(more.keys, keys, (chosen) => settings.choose({ keys: chosen }))}
      <button part="panel-button" type="button" aria-haspopup="dialog" @click=${listKeys}>
        ${more.showKeyList}
      </button>
      ${tick(more.yields, yields, (chosen) => settings.choose({ yields: chosen }))}`,
  );
}

/** "Deutsch", "English", „Français“: a language as those who speak it call it. */
function ownName(lang: string): string {
  const name = new Intl.DisplayNames(lang, { type: 'language' }).of(lang) ?? lang;
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
}
