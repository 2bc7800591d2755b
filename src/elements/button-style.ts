import { css } from 'lit';

/**
 * What all buttons of the player share. Everything is drawn in the text's own colour, so that it is seen on any page;
 * targets are 44 CSS px at least (WCAG 2.5.5), the focus ring is 3 px (WCAG 2.4.13).
 */
export const buttonStyle = css`
  :host {
    display: inline-block;
  }
  :host([hidden]) {
    display: none;
  }
  button {
    box-sizing: border-box;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
    min-inline-size: 44px;
    min-block-size: 44px;
    padding: 0 0.5em;
    border: 1px solid transparent;
    border-radius: var(--vorleser-radius, 6px);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.2;
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in srgb, currentcolor 12%, transparent);
  }
  button:focus-visible {
    outline: 3px solid currentcolor;
    outline-offset: 2px;
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.6;
    background: transparent;
  }
  .offered,
  .offered:hover {
    border: 2px solid currentcolor;
    background: color-mix(in srgb, currentcolor 25%, transparent);
  }
  svg {
    flex: none;
    inline-size: 1.5em;
    block-size: 1.5em;
  }
  @media (forced-colors: active) {
    button {
      border-color: ButtonBorder;
    }
    .offered {
      /* Else its text gets a ground of its own. */
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: CanvasText;
    }
    .offered:focus-visible {
      outline-color: CanvasText;
    }
    button[aria-disabled='true'] {
      opacity: 1;
      color: GrayText;
      border-color: GrayText;
    }
  }
`;
