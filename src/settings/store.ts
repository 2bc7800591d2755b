import {
  DEFAULTS,
  isRecord,
  SCHEMA,
  SETTING_NAMES,
  type SettingName,
  type Settings,
} from './schema.js';

/** The entry of `localStorage`. */
export const KEY = 'vorleser';
const VERSION = 1;

/** The name of the saved positions in that entry. */
export const POSITIONS = 'places';

/** The name of the articles that were kept for later. */
export const QUEUE = 'queue';

type Entry = Readonly<Record<string, unknown>>;

/** See `settings.content`. */
export interface SettingsContent {
  readonly entry: Entry;
  readonly session: Partial<Settings>;
}

/** Dispatched by the settings when some of them were chosen or forgotten. */
export class SettingsChangeEvent extends Event {
  readonly names: ReadonlySet<SettingName>;

  constructor(names: ReadonlySet<SettingName>) {
    super('change');
    this.names = names;
  }
}

/**
 * The choices of a listener, shared by all players of a page and kept in one entry of `localStorage`. Where the browser
 * refuses to store them, they are kept until the page is left.
 *
 * @fires change - a SettingsChangeEvent
 */
class SettingsStore extends EventTarget {
  /** The whole entry, where it could not be stored. */
  #unstored: Entry | null = null;
  /** Choices that are not stored. */
  #session: Partial<Settings> = {};

  /** Every setting: the listener's choice, in this tab or another one, else the default. */
  get current(): Settings {
    return { ...DEFAULTS, ...this.#session, ...this.chosen };
  }

  /** The stored choices. A setting that was never chosen is absent. */
  get chosen(): Partial<Settings> {
    const entry = this.#entry;
    return Object.fromEntries(
      SETTING_NAMES.filter((name) => SCHEMA[name].stored && SCHEMA[name].isValid(entry[name])).map(
        (name) => [name, entry[name]],
      ),
    );
  }

  /** Stores choices; undefined resets one to its default. */
  choose(choices: Partial<Settings>): void {
    const entries = Object.entries(choices) as [SettingName, unknown][];
    const stored = entries.filter(([name]) => SCHEMA[name].stored);
    const session = entries.filter(([name]) => !SCHEMA[name].stored);
    this.#session = { ...this.#session, ...Object.fromEntries(session) };
    if (stored.length > 0) this.keep(Object.fromEntries(stored));
    this.dispatchEvent(new SettingsChangeEvent(new Set(entries.map(([name]) => name))));
  }

  /** Stores something else in the same entry. */
  keep(values: Entry): void {
    this.#write({ ...this.#entry, ...values, version: VERSION });
  }

  /** The value stored in the entry by a name. */
  kept(name: string): unknown {
    return this.#entry[name];
  }

  /** Everything: the entry, and the choices that are not stored. Setting it replaces all of it. */
  get content(): SettingsContent {
    return { entry: this.#entry, session: this.#session };
  }
  set content({ entry, session }: SettingsContent) {
    const before = this.current;
    this.#session = session;
    this.#write(entry);
    this.dispatchEvent(new SettingsChangeEvent(changedSettings(before, this.current)));
  }

  #write(entry: Entry): void {
    try {
      localStorage.setItem(KEY, JSON.stringify(entry));
      this.#unstored = null;
    } catch {
      this.#unstored = entry;
    }
  }

  get #entry(): Entry {
    return this.#unstored ?? storedEntry();
  }
}

export const settings = new SettingsStore();

/** The names of the settings that differ. */
export function changedSettings(before: Settings, after: Settings): ReadonlySet<SettingName> {
  return new Set(
    SETTING_NAMES.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name])),
  );
}

/** Empty where the browser refuses its storage, or if the entry is not in this format. */
function storedEntry(): Entry {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(value) && value.version === VERSION ? value : {};
  } catch {
    return {};
  }
}
