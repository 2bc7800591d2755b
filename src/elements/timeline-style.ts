import { css } from 'lit';

/**
 * How the timeline looks. The native slider lies over it, invisible: it takes the pointer and the keys, while what is drawn
 * goes on with the voice also where the slider's own value must stand still.
 */
export const timelineStyle = css`
  :host {
    display: block;
    position: relative;
    min-inline-size: 5rem;
    block-size: 44px;
  }
  :host([hidden]) {
    display: none;
  }
  input {
    position: absolute;
    inset: 0;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    opacity: 0;
    cursor: pointer;
  }
  .drawn {
    position: absolute;
    inset: 0 9px;
    border-radius: var(--vorleser-radius, 6px);
    pointer-events: none;
  }
  .track,
  .heard {
    position: absolute;
    inset-inline-start: 0;
    inset-block-start: calc(50% - 2px);
    inline-size: 100%;
    block-size: 4px;
    border-radius: 2px;
    background: color-mix(in srgb, currentcolor 55%, transparent);
  }
  .heard {
    inline-size: calc(var(--at, 0) * 100%);
    background: var(--vorleser-accent, currentcolor);
  }
  .mark {
    position: absolute;
    inset-block-start: calc(50% - 7px);
    inline-size: 2px;
    block-size: 14px;
    margin-inline-start: -1px;
    background: currentcolor;
  }
  .thumb {
    position: absolute;
    inset-inline-start: calc(var(--at, 0) * 100%);
    inset-block-start: calc(50% - 9px);
    inline-size: 18px;
    block-size: 18px;
    margin-inline-start: -9px;
    border-radius: 50%;
    background: var(--vorleser-accent, currentcolor);
  }
  input:focus-visible + .drawn {
    outline: 3px solid currentcolor;
    outline-offset: 0;
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
    border-radius: var(--vorleser-radius, 6px);
    background: Canvas;
    color: CanvasText;
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
