/** Environment variables, by name. */
export type Environment = Readonly<Record<string, unknown>>;

/** Reads settings from environment variables. Errors name the variable, and never contain its value, which could be a misplaced key. */
export class Variables {
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /**
   * @param expected what the value must be, in words
   * @returns undefined if it is not set
   * @throws an Error if it is invalid
   */
  optional(
    name: string,
    expected: string,
    isValid: (value: string) => boolean,
  ): string | undefined {
    const value = this.#environment[name];
    if (typeof value !== 'string' || !value.trim()) return undefined;
    if (!isValid(value.trim())) throw new Error(`${name} must be ${expected}`);
    return value.trim();
  }

  /** The same, but throws an Error if it is not set. */
  required(name: string, ...check: [string, (value: string) => boolean]): string {
    const value = this.optional(name, ...check);
    if (!value) throw new Error(`${name} is not set`);
    return value;
  }

  /** A number above 0. */
  number(name: string): number | undefined {
    const value = this.optional(name, 'a number above 0', matches(/^[1-9]\d{0,8}$/));
    return value === undefined ? undefined : Number(value);
  }

  /** The origins whose pages are served, separated by spaces. */
  origins(isRequired: boolean): string[] {
    const read = isRequired ? this.required.bind(this) : this.optional.bind(this);
    const value = read(
      'VORLESER_ORIGINS',
      'a list of origins, such as https://zeitung.example',
      (value) => listOf(value).every(isOrigin),
    );
    return listOf(value ?? '').map((text) => new URL(text).origin);
  }

  /** The header in which a proxy passes the client's address. */
  clientHeader(): string | undefined {
    return this.optional('VORLESER_CLIENT_HEADER', 'a header', matches(HEADER_NAME));
  }
}

/** @see https://www.rfc-editor.org/rfc/rfc9110#name-field-names */
const HEADER_NAME = /^[\w!#$%&'*+.^`|~-]+$/;

export function matches(pattern: RegExp): (value: string) => boolean {
  return (value) => pattern.test(value);
}

function listOf(text: string): string[] {
  return text.split(/[\s,]+/).filter(Boolean);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, origin, href } = new URL(text);
  return /^https?:$/.test(protocol) && href === `${origin}/`;
}
