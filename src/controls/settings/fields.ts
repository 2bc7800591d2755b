import { html, type TemplateResult } from 'lit';

/** A group of settings under its heading. */
export function group(heading: string, fields: unknown): TemplateResult {
  return html`<fieldset class="group" part="panel-group">
    <legend part="panel-legend">${heading}</legend>
    ${fields}
  </fieldset>`;
}

/** A setting with several options: a label and a native select. */
export function select<Value>(
  label: string,
  options: readonly (readonly [Value, string])[],
  chosen: Value,
  onChoose: (value: Value) => void,
): TemplateResult {
  const onChange = ({ target }: Event) => {
    const option = options[(target as HTMLSelectElement).selectedIndex];
    if (option) onChoose(option[0]);
  };
  return html`<label class="row" part="panel-field">
    <span part="panel-label">${label}</span>
    <select part="panel-select" @change=${onChange}>
      ${options.map(
        ([value, text]) => html`<option .selected=${value === chosen}>${text}</option>`,
      )}
    </select>
  </label>`;
}

/** A setting that is on or off. */
export function checkbox(
  label: string,
  checked: boolean,
  onChoose: (checked: boolean) => void,
): TemplateResult {
  const onChange = ({ target }: Event) => onChoose((target as HTMLInputElement).checked);
  return html`<label class="checkbox" part="panel-tick">
    <input part="panel-box" type="checkbox" .checked=${checked} @change=${onChange} />
    <span part="panel-label">${label}</span>
  </label>`;
}

/** Checkboxes or radio buttons that belong together, under their label, side by side where there is room. */
export function choices(label: string, inputs: unknown): TemplateResult {
  return html`<fieldset class="list" part="panel-field">
    <legend part="panel-label">${label}</legend>
    <div class="wrapped">${inputs}</div>
  </fieldset>`;
}
