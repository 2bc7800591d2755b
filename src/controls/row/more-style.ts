import { css } from 'lit';

/** A list of controls with their names; while the settings are shown, they take its place. A sheet at the lower edge of a narrow screen. */
export const moreStyle = css`
  .overlay {
    min-inline-size: min(18em, 100% - 8px);
    max-block-size: calc(100% - 8px);
    overflow: auto;
  }
  .item {
    display: flex;
    align-items: center;
  }
  .item > :first-child {
    flex: 1;
    min-inline-size: 0;
  }
  .item > ::part(button),
  .item > ::part(field),
  .arrange {
    inline-size: 100%;
    justify-content: start;
    padding-inline: 0.5em;
    text-align: start;
  }
  .item > ::part(label) {
    display: inline;
    min-inline-size: 0;
  }
  .item > ::part(select) {
    appearance: auto;
    flex: 999 999 10em;
    min-inline-size: 4.5em;
    max-inline-size: 14em;
    padding-inline: 0.5em;
    text-align: start;
    text-align-last: auto;
  }
  .item button,
  .item > ::part(button),
  .item > ::part(select) {
    outline-offset: -3px;
  }
  .pin {
    opacity: 0.6;
  }
  .pin:hover,
  .pin:focus-visible {
    opacity: 1;
  }
  .pin[aria-pressed='true'] {
    opacity: 1;
    border-color: currentcolor;
  }
  [aria-pressed='true'] svg {
    fill: currentcolor;
  }
  vorleser-recording::part(recording) {
    display: block;
    padding: 0.5em;
    line-height: 1.5;
  }
  .overlay:has([open]) {
    inline-size: min(46rem, 100% - 8px);
  }
  .overlay:has([open]) :is(.item:not(:has([open])), .item:has([open]) > .pin, vorleser-recording) {
    display: none;
  }
  .item:has([open]) {
    display: block;
  }
  [open]::part(panel) {
    padding-inline: 0.5em;
  }
  [open]::part(button)::after {
    content: '✕' / '';
    margin-inline-start: auto;
  }
  .close {
    display: none;
  }
  @media (max-width: 30rem) {
    .close,
    .close:hover {
      display: block;
      position: sticky;
      inset-block-end: 0;
      inline-size: 100%;
      padding-block-end: max(4px, env(safe-area-inset-bottom));
      border-block-start-color: color-mix(in srgb, currentcolor 25%, transparent);
      border-radius: 0;
      background: var(--vorleser-popup-background, Canvas);
    }
    .overlay {
      inset: auto 0 0 0 !important;
      inline-size: 100% !important;
      max-inline-size: none;
      padding-block-end: 0;
      border-inline: 0;
      border-block-end: 0;
      border-end-start-radius: 0;
      border-end-end-radius: 0;
      max-block-size: 75%;
    }
  }
  @media (max-height: 30rem) {
    .overlay {
      max-block-size: 50%;
    }
  }
  @media (forced-colors: active) {
    .item button,
    .item > ::part(button),
    .item > ::part(select) {
      outline-offset: 0;
    }
    .pin {
      opacity: 1;
    }
    .pin[aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: CanvasText;
    }
  }
`;
