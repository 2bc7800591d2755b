import { KEY, settings } from './store.js';

/**
 * Forgets all choices, and whatever else is stored with them.
 *
 * @returns a function that restores them, except for those that were chosen since
 */
export function forgetSettings(): () => void {
  const before = settings.content;
  settings.content = { entry: {}, session: {} };
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There is nothing to remove if access to the storage is refused.
  }
  return () => {
    const { entry, session } = settings.content;
    settings.content = {
      entry: { ...before.entry, ...entry },
      session: { ...before.session, ...session },
    };
  };
}
