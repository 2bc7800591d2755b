/** What a listener chose, for all articles of a site. */
export interface Settings {
  /** The `voiceURI` of the voice, and the name of its engine. */
  readonly voice?: { readonly voiceURI: string; readonly engine: string };
  /** Whether texts may be sent to a host. */
  readonly allowed?: Readonly<Record<string, boolean>>;
}

const KEY = 'vorleser';

/** What is remembered; nothing where a browser refuses its storage, or where there is something else in it. */
export function readSettings(): Settings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(stored) ? settingsOf(stored) : {};
  } catch {
    return {};
  }
}

/** Remembers what a listener has chosen just now. @returns all that is chosen */
export function choose(chosen: Settings): Settings {
  const settings = { ...readSettings(), ...chosen };
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage is refused or full; the choice holds as long as the page is open.
  }
  return settings;
}

function settingsOf({ voice, allowed }: Record<string, unknown>): Settings {
  return {
    ...(isVoice(voice) && { voice }),
    ...(isRecord(allowed) && { allowed: onlyBooleans(allowed) }),
  };
}

function isVoice(value: unknown): value is NonNullable<Settings['voice']> {
  return isRecord(value) && typeof value.voiceURI === 'string' && typeof value.engine === 'string';
}

function onlyBooleans(record: Record<string, unknown>): Record<string, boolean> {
  return Object.fromEntries(
    Object.entries(record).filter(
      (entry): entry is [string, boolean] => typeof entry[1] === 'boolean',
    ),
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
