import { css } from 'lit';

/** The style of a select with its name before it. The name is visible where there is room, as in “More”. */
export const namedFieldStyle = css`
  [part='field'] {
    box-sizing: border-box;
    display: flex;
    align-items: center;
    gap: 0.5em;
  }
  [part='label'] {
    display: none;
    flex: 1 1 auto;
  }
  [part='label'] svg {
    display: block;
  }
  [part='label']:has(svg) {
    flex: none;
  }
  [part='field'] option {
    background: var(--vorleser-popup-background, Canvas);
    color: var(--vorleser-popup-color, CanvasText);
  }
`;
