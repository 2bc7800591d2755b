import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { PanelMessages } from '../../locales/panels/panel-messages.js';
import type { Settings } from '../../settings/schema.js';
import { settings } from '../../settings/store.js';
import { group, select } from './fields.js';

/** The size of the article's text and the length of its lines. */
export function textSettings(
  panel: PanelMessages,
  messages: Messages,
  { textSize, lineLength }: Settings,
): TemplateResult {
  const { page, short, medium, long } = panel.lineLengths;
  const lengths = [
    [0, page],
    [45, short],
    [60, medium],
    [75, long],
  ] as const;
  return group(
    panel.text,
    html`${sizeSetting(panel.textSize, textSize, messages.percent)}
    ${select<number>(panel.lineLength, lengths, lineLength, (length) =>
      settings.choose({ lineLength: length || undefined }),
    )}`,
  );
}

/** The article changes when the slider is released, since the slider may move with it. */
function sizeSetting(
  label: string,
  size: number,
  percent: (share: number) => string,
): TemplateResult {
  const sizeOf = ({ target }: Event) => (target as HTMLInputElement).valueAsNumber / 100;
  const show = (event: Event) => {
    const slider = event.target as HTMLInputElement;
    slider.ariaValueText = percent(sizeOf(event));
    (slider.nextElementSibling as HTMLOutputElement).value = percent(sizeOf(event));
  };
  const choose = (event: Event) => {
    const chosen = sizeOf(event);
    settings.choose({ textSize: chosen === 1 ? undefined : chosen });
  };
  return html`<label class="row" part="panel-field">
    <span part="panel-label">${label}</span>
    <span class="slider">
      <input
        part="panel-slider"
        type="range"
        min="80"
        max="300"
        step="10"
        .value=${String(Math.round(size * 100))}
        .ariaValueText=${percent(size)}
        @input=${show}
        @change=${choose}
      />
      <output part="panel-value" aria-hidden="true" .value=${percent(size)}></output>
    </span>
  </label>`;
}
