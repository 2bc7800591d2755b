import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../locales/messages.js';
import type { More } from '../../locales/panels/panel-messages.js';
import { type Settings, settings } from '../../settings/settings.js';
import { choice, group } from './fields.js';

/** How large the article's text is and how long its lines are. */
export function textSettings(
  more: More,
  messages: Messages,
  { textSize = 1, lineLength = 0 }: Settings,
): TemplateResult {
  const { page, short, medium, long } = more.lineLengths;
  const lengths = [
    [0, page],
    [45, short],
    [60, medium],
    [75, long],
  ] as const;
  return group(
    more.text,
    html`${sizeSetting(more.textSize, textSize, messages.percent)}
    ${choice<number>(more.lineLength, lengths, lineLength, (length) =>
      settings.choose({ lineLength: length || undefined }),
    )}`,
  );
}

/** The article changes when the slider is let go, since the slider may move with it. */
function sizeSetting(
  name: string,
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
    <span part="panel-label">${name}</span>
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
