import { css } from 'lit';

/**
 * The style of all buttons of the player. Everything is drawn in the colour of the text, so that it is visible on any page.
 * Targets are at least 44 CSS px (WCAG 2.5.5) and grow with the font; the focus ring is 3 px thick (WCAG 2.4.13).
 * `unicode-bidi` keeps the order of the interface's words on a page of the other direction. In forced colours, the ring is next to
 * the border, which has the same colour, and an offered button does without adjustment, since its text would get a background. An
 * element with the focus in its shadow tree matches `:focus`, too: a ring that the page has for that would be a second one.
 *
 * The comments on rules stand here, because those inside of a template would be loaded with it.
 */
export const buttonStyle = css`
  :host {
    display: inline-block;
  }
  :host([hidden]) {
    display: none;
  }
  :host(:focus) {
    outline: 0 !important;
  }
  * {
    unicode-bidi: plaintext;
  }
  :host(:dir(rtl)) {
    text-align: right;
  }
  button,
  select {
    box-sizing: border-box;
    min-inline-size: var(--vorleser-size, max(44px, 2.5em));
    min-block-size: var(--vorleser-size, max(44px, 2.5em));
    padding: 0 0.25em;
    border: 1px solid transparent;
    border-radius: var(--vorleser-radius, 4px);
    background: transparent;
    color: inherit;
    font: inherit;
    line-height: 1.2;
    cursor: pointer;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5em;
  }
  :is(button, select):hover {
    background: var(--vorleser-hover-background, color-mix(in srgb, currentcolor 10%, transparent));
  }
  button:active {
    background: var(
      --vorleser-active-background,
      color-mix(in srgb, currentcolor 20%, transparent)
    );
  }
  :focus-visible {
    outline: 3px solid var(--vorleser-focus-color, currentcolor);
    outline-offset: -1px;
  }
  button[aria-disabled='true'] {
    cursor: default;
    opacity: 0.5;
    background: transparent;
  }
  .offered,
  .offered:hover {
    border: 2px solid currentcolor;
    background: color-mix(in srgb, currentcolor 25%, transparent);
  }
  svg {
    flex: none;
    inline-size: var(--vorleser-icon-size, 1.375em);
    block-size: var(--vorleser-icon-size, 1.375em);
  }
  button:dir(rtl) .directed {
    scale: -1 1;
  }
  @media (forced-colors: active) {
    :focus-visible {
      outline-offset: 0;
    }
    button {
      border-color: ButtonBorder;
    }
    .offered {
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
