/** How often something is tried. */
const ATTEMPTS = 3;

/**
 * Tries a test again that depends on the moment: a machine that is busy shows a frame late, and a screen reader may miss an event.
 *
 * @param {() => Promise<void>} attempt
 */
export function again(attempt) {
  return async () => {
    for (let left = ATTEMPTS - 1; ; left--) {
      try {
        return await attempt();
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  };
}
