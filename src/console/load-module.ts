import { report } from './report.js';

/**
 * Waits for a module that is loaded later. A browser may remember that this failed until the page is reloaded
 * (https://github.com/whatwg/html/issues/6768; Firefox before 155 and Safari do); so if the file is there, the module is
 * imported under another URL.
 *
 * @param loading the promise of `import()`
 * @param name an export of the module, which tells it from a module that it imports and that was not loaded
 * @throws the error of the import, with the `reason` of a SpeechError: `missing` or `network`
 */
export async function loadModule<Module extends object>(
  loading: Promise<Module>,
  name: keyof Module,
): Promise<Module> {
  try {
    return await loading;
  } catch (error) {
    // Chromium and Firefox name the URL in the message.
    const url = /http\S+\.js/.exec(String(error))?.[0];
    const reason = await whyNotLoaded(url);
    const module = (
      reason
        ? {}
        : await import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}?${Date.now()}`)
    ) as Module;
    if (name in module) return module;
    // The browser remembers that a module was not loaded which this one imports: only a new page helps.
    throw Object.assign(error as Error, { reason: reason ?? 'missing' });
  }
}

/** Why a script does not load; null if it is there. Reports one that is missing, as after a deployment under an open page. */
export async function whyNotLoaded(url = ''): Promise<'missing' | 'network' | null> {
  try {
    const { ok, headers } = await fetch(url);
    if (ok && headers.get('Content-Type')?.includes('javascript')) return null;
  } catch {
    return 'network';
  }
  reportMissing(url);
  return 'missing';
}

/** Reports that a file of the player is missing. */
export function reportMissing(url: string): void {
  report(
    'a file of the player is missing. Keep the files of earlier versions when you deploy another one',
    url,
  );
}
