import { css, unsafeCSS } from 'lit';

/** Declarations are no style sheet, so they are not tagged as one. */
const line = unsafeCSS(`
  block-size: var(--vorleser-track-size, 4px);
  border-radius: var(--vorleser-track-size, 4px);
  background: var(--vorleser-track-color, color-mix(in srgb, currentcolor 60%, transparent));
`);

const knob = unsafeCSS(`
  box-sizing: border-box;
  inline-size: var(--vorleser-thumb-size, 1em);
  block-size: var(--vorleser-thumb-size, 1em);
  border: 0;
  border-radius: 50%;
  appearance: none;
  background: var(--vorleser-accent, currentcolor);
`);

/** The style of native form fields: drawn in the colour of the text, at least 44 CSS px high (WCAG 2.5.5). */
export const fieldStyle = css`
  :host(:focus) {
    outline: 0 !important;
  }
  select,
  input {
    color: inherit;
    accent-color: var(--vorleser-accent, currentcolor);
    font: inherit;
  }
  select {
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: var(--vorleser-size, max(44px, 2.5em));
    padding-inline: 0.5em;
    border: 1px solid color-mix(in srgb, currentcolor 60%, transparent);
    border-radius: var(--vorleser-radius, 4px);
    background: transparent;
    color: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  option,
  optgroup {
    background: var(--vorleser-popup-background, Canvas);
    color: var(--vorleser-popup-color, CanvasText);
  }
  input[type='range'] {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    block-size: var(--vorleser-size, max(44px, 2.5em));
    margin: 0;
    appearance: none;
    background: transparent;
    cursor: pointer;
  }
  /* One rule per browser: a browser drops a rule with a selector that it does not know. */
  input::-webkit-slider-runnable-track {
    ${line}
  }
  input::-moz-range-track {
    ${line}
  }
  input::-webkit-slider-thumb {
    ${knob}
  }
  input::-moz-range-thumb {
    ${knob}
  }
  /* Firefox centres it on the line by itself. */
  input::-webkit-slider-thumb {
    margin-block-start: calc(
      (var(--vorleser-track-size, 4px) - var(--vorleser-thumb-size, 1em)) / 2
    );
  }
  select:focus-visible,
  input:focus-visible {
    outline: 3px solid var(--vorleser-focus-color, currentcolor);
    outline-offset: 2px;
  }
  input[type='range']:focus-visible {
    outline-offset: -3px;
  }
  @media (forced-colors: active) {
    select {
      border-color: ButtonBorder;
    }
    input[type='range'] {
      appearance: auto;
    }
  }
`;
