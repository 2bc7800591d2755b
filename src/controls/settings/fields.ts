import { html, type TemplateResult } from 'lit';

/** A group of settings under its name. */
export function group(name: string, fields: unknown): TemplateResult {
  return html`<fieldset class="group" part="panel-group">
    <legend part="panel-legend">${name}</legend>
    ${fields}
  </fieldset>`;
}

/** A setting with a name before its field. */
export function choice<Value>(
  name: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  const onChange = ({ target }: Event) => {
    const option = options[(target as HTMLSelectElement).selectedIndex];
    if (option) choose(option[0]);
  };
  return html`<label class="row" part="panel-field">
    <span part="panel-label">${name}</span>
    <select part="panel-select" @change=${onChange}>
      ${options.map(
        ([value, text]) => html`<option .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** A setting that is on or off. */
export function tick(
  name: string,
  checked: boolean,
  choose: (checked: boolean) => void,
): TemplateResult {
  const onChange = ({ target }: Event) => choose((target as HTMLInputElement).checked);
  return html`<label class="tick" part="panel-tick">
    <input part="panel-box" type="checkbox" .checked=${checked} @change=${onChange} />
    <span part="panel-label">${name}</span>
  </label>`;
}

/** Ticks that belong together, under their name, side by side where there is room. */
export function list(name: string, ticks: unknown): TemplateResult {
  return html`<fieldset class="list" part="panel-field">
    <legend part="panel-label">${name}</legend>
    <div class="wrapped">${ticks}</div>
  </fieldset>`;
}
