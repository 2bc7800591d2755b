import { css, html, nothing, type TemplateResult, unsafeCSS } from 'lit';
import { type PaletteName, PALETTES } from '../../highlight/palettes.js';
import type { More } from '../../locales/panels/panel-messages.js';
import { type Marks, type Settings, settings } from '../../settings/settings.js';
import { choice, group, list, tick } from './fields.js';

const COLOURS = Object.keys(PALETTES) as PaletteName[];

/** What is marked while it is heard, in which colours, and whether it is kept in view. */
export function markSettings(
  more: More,
  { marks = 'both', colours = 'page', follow = true }: Settings,
): TemplateResult {
  return group(
    more.marking,
    html`${choice(
      more.marked,
      Object.entries(more.marks) as [Marks, string][],
      marks,
      (chosen: Marks) => settings.choose({ marks: chosen }),
    )}
    ${marks === 'word' ? html`<p class="hint" part="panel-hint">${more.wordsAreRare}</p>` : nothing}
    ${list(
      more.colours,
      COLOURS.map((name) => colour(more, name, name === colours)),
    )}
    ${tick(more.follow, follow, (chosen) => settings.choose({ follow: chosen }))}`,
  );
}

function colour(more: More, name: PaletteName, checked: boolean): TemplateResult {
  return html`<label class="tick" part="panel-tick">
    <input
      part="panel-box"
      type="radio"
      name="colours"
      .checked=${checked}
      @change=${() => settings.choose({ colours: name })}
    />
    <span class="swatch ${name}" part="panel-swatch">${more.colourNames[name]}</span>
  </label>`;
}

/** Each colour's name is written as the sentence that is heard would be. */
export const swatchStyle = css`
  .swatch {
    padding-inline: 0.3em;
    text-underline-offset: 0.2em;
  }
  ${unsafeCSS(COLOURS.map(swatchRule).join(''))}
`;

function swatchRule(name: PaletteName): string {
  const { color, background, line } = PALETTES[name].sentence;
  return `.${name} { color: ${color}; background: ${background}; text-decoration: underline 2px ${line}; }`;
}
