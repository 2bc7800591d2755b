import { css } from 'lit';

/**
 * The look of the timeline. The native slider lies over it, invisible: it receives the pointer and the keys. What is drawn
 * moves with the voice even while the slider's own value must not change.
 */
export const timelineStyle = css`
  :host {
    display: block;
    position: relative;
    contain: layout size;
    min-inline-size: 5rem;
    block-size: var(--vorleser-size, max(44px, 2.5em));
    --thumb: var(--vorleser-thumb-size, 1em);
    --track: var(--vorleser-track-size, 4px);
  }
  :host([hidden]) {
    display: none;
  }
  :host(:focus) {
    outline: 0 !important;
  }
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
    touch-action: pan-y;
  }
  .drawn {
    container-type: inline-size;
    position: absolute;
    inset: 0 calc(var(--thumb) / 2);
    border-radius: var(--vorleser-radius, 4px);
    pointer-events: none;
  }
  .drawn:dir(rtl) {
    scale: -1 1;
  }
  .track,
  .heard {
    position: absolute;
    left: 0;
    inset-block-start: calc(50% - var(--track) / 2);
    inline-size: 100%;
    block-size: var(--track);
    border-radius: var(--track);
    background: var(--vorleser-track-color, color-mix(in srgb, currentcolor 50%, transparent));
  }
  .heard {
    scale: 0 1;
    transform-origin: 0;
    background: var(--vorleser-accent, currentcolor);
  }
  .mark {
    position: absolute;
    inset-block-start: calc(50% - var(--track) * 1.5);
    inline-size: 2px;
    block-size: calc(var(--track) * 3);
    margin-left: -1px;
    background: var(--vorleser-mark-color, currentcolor);
  }
  .thumb {
    position: absolute;
    left: 0;
    inset-block-start: calc(50% - var(--thumb) / 2);
    inline-size: var(--thumb);
    block-size: var(--thumb);
    margin-left: calc(var(--thumb) / -2);
    border-radius: 50%;
    background: var(--vorleser-accent, currentcolor);
  }
  input:hover + .drawn .thumb,
  input:active + .drawn .thumb {
    scale: 1.25;
  }
  input:focus-visible + .drawn {
    outline: 3px solid var(--vorleser-focus-color, currentcolor);
    outline-offset: -1px;
  }
  .preview {
    position: absolute;
    z-index: 1;
    inset-block-end: 100%;
    inset-inline: 0;
    inline-size: fit-content;
    max-inline-size: 100%;
    box-sizing: border-box;
    margin: 0 auto;
    padding: 0.25em 0.5em;
    border: 1px solid;
    border-radius: var(--vorleser-radius, 4px);
    background: var(--vorleser-popup-background, Canvas);
    color: var(--vorleser-popup-color, CanvasText);
    pointer-events: none;
  }
  @media (forced-colors: active) {
    .track {
      background: ButtonBorder;
    }
    .heard,
    .thumb {
      forced-color-adjust: none;
      background: Highlight;
    }
    .mark {
      background: CanvasText;
    }
  }
`;
