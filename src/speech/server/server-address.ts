/** What the address of a speech server says. Its query is for the player: it is not sent to the server. */
export interface ServerAddress {
  /** Ends with a slash. */
  readonly base: URL;
  /** Whether the server speaks OpenAI's protocol for certain, so that it need not be asked. */
  readonly isOpenAi: boolean;
  /** `model`: which one is to speak. */
  readonly model: string | null;
  /** `voice`: the id of the voice to prefer. */
  readonly voice: string | null;
  /** `lang`: the languages of voices for which the server names none, BCP 47. */
  readonly languages: readonly string[];
}

/**
 * Reads the address of a speech server, such as `https://voices.example/` or, for one that speaks OpenAI's protocol,
 * `https://voices.example/v1/?model=tts-1&voice=thorsten&lang=de`.
 *
 * @param page the address that a relative one starts from
 * @throws a TypeError if it is not an address of a web server, or contains a password
 */
export function parseServerAddress(address: string | URL, page?: string): ServerAddress {
  const base = new URL(address, page);
  const { searchParams, protocol, username, password } = base;
  if (!/^https?:$/.test(protocol) || username || password)
    throw new TypeError('It must begin with https: and have no password');
  const path = base.pathname.replace(/\/*$/, '/');
  const root = path.replace(/(?<=\/)v1\/(?:audio\/speech\/)?$/, '');
  const parsed = {
    base,
    isOpenAi: root !== path,
    model: searchParams.get('model'),
    voice: searchParams.get('voice'),
    languages: (searchParams.get('lang') ?? '').split(',').filter(Boolean),
  };
  Object.assign(base, { pathname: root, search: '', hash: '' });
  return parsed;
}
