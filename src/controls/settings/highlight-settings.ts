import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { PALETTES } from '../../highlight/palettes.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { HighlightedUnits, PaletteName, Settings } from '../../settings/schema.js';
import { settings } from '../../settings/store.js';
import { checkbox, choices, group, select } from './fields.js';

const PALETTE_NAMES = Object.keys(PALETTES) as PaletteName[];

/** What is highlighted, in which colours, and whether the page scrolls with the voice. */
export function highlightSettings(
  panel: PanelMessages,
  { marks, colours, follow }: Settings,
): TemplateResult {
  const units = Object.entries(panel.highlightChoices) as [HighlightedUnits, string][];
  return group(
    panel.highlighting,
    html`${select(panel.highlightedUnits, units, marks, (chosen) => settings.choose({ marks: chosen }))}
    ${
      marks === 'word'
        ? html`<p class="hint" part="panel-hint">${panel.wordsNotAlwaysKnown}</p>`
        : nothing
    }
    ${choices(
      panel.colours,
      PALETTE_NAMES.map((name) => colourOption(panel, name, name === colours)),
    )}
    ${checkbox(panel.follow, follow, (chosen) => settings.choose({ follow: chosen }))}`,
  );
}

function colourOption(panel: PanelMessages, name: PaletteName, checked: boolean): TemplateResult {
  return html`<label class="checkbox" part="panel-tick">
    <input
      part="panel-box"
      type="radio"
      name="colours"
      .checked=${checked}
      @change=${() => settings.choose({ colours: name })}
    />
    <span class="swatch ${name}" part="panel-swatch">${panel.colourNames[name]}</span>
  </label>`;
}

/** The name of each colour looks like a highlighted sentence. */
export const swatchStyle = css`
  .swatch {
    padding-inline: 0.3em;
    text-underline-offset: 0.2em;
  }
  ${unsafeCSS(PALETTE_NAMES.map(swatchRule).join(''))}
`;

function swatchRule(name: PaletteName): string {
  const { color, background, line } = PALETTES[name].sentence;
  return `.${name} { color: ${color}; background: ${background}; text-decoration: underline 2px ${line}; }`;
}
