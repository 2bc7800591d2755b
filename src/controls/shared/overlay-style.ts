import { css } from 'lit';

/**
 * The style of elements over the page: popovers in the top layer, where no transform, overflow or z-index of the page affects
 * them; fixed in browsers without popovers. They have the system's colours, light or dark like the page, unless the page
 * sets others.
 */
export const overlayStyle = css`
  .overlay {
    position: fixed;
    inset: auto;
    box-sizing: border-box;
    inline-size: max-content;
    max-inline-size: calc(100% - 8px);
    margin: 0;
    padding: 4px;
    border: 1px solid color-mix(in srgb, currentcolor 50%, transparent);
    border-radius: min(var(--vorleser-radius, 4px), 1em);
    color: var(--vorleser-popup-color, CanvasText);
    background: var(--vorleser-popup-background, Canvas);
    box-shadow: 0 2px 8px rgb(0 0 0 / 30%);
  }
  .overlay button {
    vertical-align: top;
  }
  @media print {
    .overlay {
      display: none;
    }
  }
`;
