import { css } from 'lit';

/** What is there for screen readers only. */
export const visuallyHidden = css`
  .hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
