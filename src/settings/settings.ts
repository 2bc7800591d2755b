/** What of the article is marked while it is heard. */
export type Marks = 'both' | 'sentence' | 'word' | 'none';

/** The colours of the marks; `page` leaves them to the page. */
export type Colours = 'page' | 'yellow' | 'blue' | 'green' | 'pink';

/** What a listener chose, for all articles of a site. What is left out was not chosen. */
export interface Settings {
  /** The `voiceURI` of the voice, and the name of its engine. */
  readonly voice?: { readonly voiceURI: string; readonly engine: string };
  /** Whether texts may be sent to a host. */
  readonly allowed?: Readonly<Record<string, boolean>>;
  /** The playback rate. */
  readonly rate?: number;
  /** 0 to 1. */
  readonly volume?: number;
  readonly marks?: Marks;
  readonly colours?: Colours;
  /** Whether the page scrolls with the voice. */
  readonly follow?: boolean;
  /** How long the silences between paragraphs are, 1 being what the text asks for. */
  readonly pauses?: number;
  /** Whether these are read. */
  readonly headings?: boolean;
  readonly captions?: boolean;
  readonly images?: boolean;
  /** The size of the article's text, 1 being the page's own. */
  readonly textSize?: number;
  /** The longest line of the article, in characters; 0 leaves it to the page. */
  readonly lineLength?: number;
  /** The language of the interface, BCP 47. */
  readonly language?: string;
  /** Whether single keys command the player while it has the focus. */
  readonly keys?: boolean;
  /** Whether reading pauses while somebody moves through the page with the keyboard or a screen reader. */
  readonly yields?: boolean;
}

const KEY = 'vorleser';
const VERSION = 1;

const isBoolean = (value: unknown) => typeof value === 'boolean';
const isBetween = (low: number, high: number) => (value: unknown) =>
  typeof value === 'number' && value >= low && value <= high;
const isOneOf =
  (...values: unknown[]) =>
  (value: unknown) =>
    values.includes(value);

/** What a stored value must be like to be believed: others write to the same storage, and later versions do. */
const CHECKS: Record<keyof Settings, (value: unknown) => boolean> = {
  voice: (value) =>
    isRecord(value) && typeof value.voiceURI === 'string' && typeof value.engine === 'string',
  allowed: (value) => isRecord(value) && Object.values(value).every(isBoolean),
  rate: isBetween(0.1, 10),
  volume: isBetween(0, 1),
  marks: isOneOf('both', 'sentence', 'word', 'none'),
  colours: isOneOf('page', 'yellow', 'blue', 'green', 'pink'),
  follow: isBoolean,
  pauses: isBetween(0, 5),
  headings: isBoolean,
  captions: isBoolean,
  images: isBoolean,
  textSize: isBetween(0.5, 4),
  lineLength: isBetween(0, 200),
  language: (value) => typeof value === 'string',
  keys: isBoolean,
  yields: isBoolean,
};

type Stored = Readonly<Record<string, unknown>>;

/**
 * The choices of a listener, shared by all players of a page and kept in one entry of `localStorage`. Where storage is refused
 * or full, a choice holds as long as the page is open.
 *
 * @fires change - when something was chosen
 */
class SettingsStore extends EventTarget {
  /** What is kept where it could not be stored. */
  #unstored: Stored | null = null;

  /** What is chosen by now, in this tab or another one. */
  get chosen(): Settings {
    const kept = this.#kept;
    return Object.fromEntries(
      Object.entries(CHECKS).flatMap(([name, isValid]) =>
        isValid(kept[name]) ? [[name, kept[name]]] : [],
      ),
    );
  }

  /** Remembers what a listener has chosen just now; undefined takes a choice back. */
  choose(choice: Settings): void {
    this.keep({ ...choice });
    this.dispatchEvent(new Event('change'));
  }

  /** Keeps something else in the same entry. */
  keep(values: Stored): void {
    const kept = { ...this.#kept, ...values, version: VERSION };
    try {
      localStorage.setItem(KEY, JSON.stringify(kept));
      this.#unstored = null;
    } catch {
      this.#unstored = kept;
    }
  }

  /** What is kept there by a name. */
  kept(name: string): unknown {
    return this.#kept[name];
  }

  /** Forgets all choices, and whatever else was kept. @returns takes that back, beside what was chosen since */
  forget(): () => void {
    const forgotten = this.#kept;
    this.#unstored = null;
    try {
      localStorage.removeItem(KEY);
    } catch {
      // There is nothing in a storage that is refused.
    }
    this.dispatchEvent(new Event('change'));
    return () => {
      this.keep({ ...forgotten, ...this.#kept });
      this.dispatchEvent(new Event('change'));
    };
  }

  get #kept(): Stored {
    return this.#unstored ?? stored();
  }
}

export const settings = new SettingsStore();

/** Nothing where a browser refuses its storage, or where there is something else in it. */
function stored(): Stored {
  try {
    const value: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    return isRecord(value) && value.version === VERSION ? value : {};
  } catch {
    return {};
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
