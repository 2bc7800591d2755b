import { css } from 'lit';

/** The timeline between its times. */
export const placeStyle = css`
  [part='place'] {
    flex: 1;
    display: flex;
    align-items: center;
    gap: var(--vorleser-gap, 0.25em);
    margin-inline-end: var(--vorleser-gap, 0.25em);
  }
  vorleser-timeline {
    flex: 1;
  }
  vorleser-time {
    min-inline-size: 3.2em;
    text-align: center;
  }
`;
