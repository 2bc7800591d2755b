/** A voice that was chosen: its `voiceURI`, and the name of its engine. */
export interface VoiceChoice {
  readonly voiceURI: string;
  readonly engine: string;
}

/** One setting: its value until the listener chooses one, and the values that are accepted. */
interface Setting<Value> {
  readonly default: Value;
  /** Whether a stored value can be used: other scripts and later versions write to the same storage. */
  isValid(value: unknown): boolean;
  /** Whether it is kept for the next visit. */
  readonly stored: boolean;
}

/**
 * All settings of a listener. The type and the validation follow from this table, and no other code repeats a default. What
 * else a new setting needs: CONTRIBUTING.md.
 *
 * A default of null leaves the choice to the page.
 */
export const SCHEMA = {
  /** The voice to read with; null takes the best one. */
  voice: setting<VoiceChoice | null>(null, isVoiceChoice),
  /** By recipient, whether text may be sent to it: a host, a company, or the unnamed vendor of the browser. */
  allowed: setting<Readonly<Record<string, boolean>>>({}, isRecordOfBooleans),
  /** The playback rate; null takes the player's `playbackrate`. */
  rate: setting<number | null>(null, isBetween(0.1, 10)),
  /** The volume, 0 to 1. */
  volume: setting(1, isBetween(0, 1)),
  /** Whether the sound is off, until the page is left: a player that is silent on the next visit would seem broken. */
  muted: { ...setting(false, isBoolean), stored: false },
  /** What is highlighted while it is heard. */
  marks: setting(...oneOf('both', 'sentence', 'word', 'none')),
  /** The colours of the highlight; `page` leaves them to the page. */
  colours: setting(...oneOf('page', 'yellow', 'blue', 'green', 'pink')),
  /** Whether the page scrolls along with the voice. */
  follow: setting(true, isBoolean),
  /** The length of the silences between paragraphs, as a factor. */
  pauses: setting(1, isBetween(0, 5)),
  /** Whether headings are read. */
  headings: setting(true, isBoolean),
  /** Whether the captions of figures and tables are read. */
  captions: setting(true, isBoolean),
  /** Whether images are read by their alternative text. */
  images: setting(false, isBoolean),
  /** After what reading pauses by itself, until play is pressed. */
  stopAfter: setting(...oneOf('off', 'sentence', 'paragraph')),
  /** Whether lists, quotes, tables, headings and images are announced; null takes the player's `announce`. */
  announce: setting<boolean | null>(null, isBoolean),
  /** Whether the next article begins by itself. */
  continues: setting(false, isBoolean),
  /** The controls that are shown beside the play button, besides those of the page, by their names in `controls`. */
  pinned: setting<readonly string[]>([], isListOfStrings),
  /** The size of the article's text, as a factor of the page's own. */
  textSize: setting(1, isBetween(0.5, 4)),
  /** The longest line of the article, in characters; 0 leaves it to the page. */
  lineLength: setting(0, isBetween(0, 200)),
  /** The language of the interface, BCP 47; null takes the page's. */
  language: setting<string | null>(null, isString),
  /** Whether single keys control the player while it has the focus (WCAG 2.1.4). */
  keys: setting(true, isBoolean),
  /** Whether reading pauses when the listener moves through the page with the keyboard or a screen reader. */
  yields: setting(false, isBoolean),
};

export type SettingName = keyof typeof SCHEMA;

/** The value of every setting. */
export type Settings = {
  readonly [Name in SettingName]: (typeof SCHEMA)[Name]['default'];
};

/** What is highlighted while it is heard. */
export type HighlightedUnits = Settings['marks'];

/** A set of highlight colours, by its name. */
export type PaletteName = Settings['colours'];

export const SETTING_NAMES = Object.keys(SCHEMA) as readonly SettingName[];

export const DEFAULTS = Object.fromEntries(
  SETTING_NAMES.map((name) => [name, SCHEMA[name].default]),
) as Settings;

function setting<Value>(fallback: Value, isValid: (value: unknown) => boolean): Setting<Value> {
  return { default: fallback, isValid, stored: true };
}

/** Some values, of which the first is the default. */
function oneOf<const Values extends readonly [string, ...string[]]>(
  ...values: Values
): [Values[number], (value: unknown) => boolean] {
  return [values[0], (value) => values.includes(value as string)];
}

function isBetween(low: number, high: number) {
  return (value: unknown) => typeof value === 'number' && value >= low && value <= high;
}

function isBoolean(value: unknown): boolean {
  return typeof value === 'boolean';
}

function isString(value: unknown): boolean {
  return typeof value === 'string';
}

function isListOfStrings(value: unknown): boolean {
  return Array.isArray(value) && value.every(isString);
}

function isVoiceChoice(value: unknown): boolean {
  return isRecord(value) && isString(value.voiceURI) && isString(value.engine);
}

function isRecordOfBooleans(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isBoolean);
}

/** Whether a value is an object and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
