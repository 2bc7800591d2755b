import { css, type CSSResult, unsafeCSS } from 'lit';

const line = css`
  block-size: 4px;
  border-radius: 2px;
  background: color-mix(in srgb, currentcolor 60%, transparent);
`;

const knob = css`
  box-sizing: border-box;
  inline-size: 18px;
  block-size: 18px;
  margin-block-start: -7px;
  border: 0;
  border-radius: 50%;
  appearance: none;
  background: currentcolor;
`;

/** A browser drops a whole rule that names another one's part. */
function sliderPart(chromium: string, firefox: string, rules: CSSResult): CSSResult {
  const rule = (part: string) => css`
    input::${unsafeCSS(part)} {
      ${rules}
    }
  `;
  return css`
    ${rule(chromium)}${rule(firefox)}
  `;
}

/** How native fields look in the settings: drawn in the text's own colour, 44 CSS px high (WCAG 2.5.5). */
export const fieldStyle = css`
  select,
  input {
    color: inherit;
    accent-color: currentcolor;
    font: inherit;
  }
  select {
    box-sizing: border-box;
    min-inline-size: 0;
    max-inline-size: 100%;
    min-block-size: 44px;
    padding-inline: 0.3em;
    border: 1px solid color-mix(in srgb, currentcolor 60%, transparent);
    border-radius: var(--vorleser-radius, 6px);
    background: transparent;
    color: inherit;
    text-overflow: ellipsis;
    cursor: pointer;
  }
  option,
  optgroup {
    background: Canvas;
    color: CanvasText;
  }
  input[type='range'] {
    flex: 1;
    min-inline-size: 0;
    inline-size: 100%;
    block-size: 44px;
    margin: 0;
    appearance: none;
    background: transparent;
    cursor: pointer;
  }
  ${sliderPart('-webkit-slider-runnable-track', '-moz-range-track', line)}
  ${sliderPart('-webkit-slider-thumb', '-moz-range-thumb', knob)}
  select:focus-visible,
  input:focus-visible {
    outline: 3px solid currentcolor;
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
