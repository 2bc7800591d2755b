/**
 * Waits for a module that is loaded later. A browser may remember that it did not load until the page is reloaded
 * (https://github.com/whatwg/html/issues/6768; Firefox before 155 and Safari do); so if the file is there, the module is
 * imported under another URL.
 *
 * @param loading the promise of `import()`
 * @param name an export of the module, which tells it from one that it imports and that did not load
 * @throws the error of the import, with the reason `missing` or `blocked` of a SpeechError if trying again does not help
 */
export async function loadModule<Module extends object>(
  loading: Promise<Module>,
  name: keyof Module,
): Promise<Module> {
  try {
    return await loading;
  } catch (error) {
    // Chromium and Firefox name the URL in the message.
    const url = /(?:http|file:)\S+\.js/.exec(String(error))?.[0] ?? '';
    const answer = await fetch(url).catch(() => null);
    if (!answer)
      throw (await isRefused(url)) ? Object.assign(error as Error, { reason: 'blocked' }) : error;
    const module = answer.ok && (await importAgain<Module>(url));
    if (module && name in module) return module;
    if (!module) reportMissing(url);
    throw Object.assign(error as Error, { reason: blockingDirective ? 'blocked' : 'missing' });
  }
}

/** Whether the page may not read a file that is there, which is reported. */
async function isRefused(url: string): Promise<boolean> {
  const isLocal = url.startsWith('file:');
  try {
    // An answer arrives even if the page may not read it; without a network, none does.
    if (!isLocal) await fetch(url, { mode: 'no-cors' });
  } catch {
    return false;
  }
  reportOnce(
    isLocal
      ? 'vorleser: a script in a file cannot load its other files. Open the page from a server'
      : 'vorleser: a file may not be loaded by this page. Its host must send Access-Control-Allow-Origin',
    url,
  );
  return true;
}

/** Null if it is no module, as where a server sends a page instead of a missing file. */
function importAgain<Module>(url: string): Promise<Module | null> {
  return import(/* @vite-ignore */ /* webpackIgnore: true */ `${url}?${Date.now()}`).catch(
    () => null,
  ) as Promise<Module | null>;
}

/** The directive of the page's Content-Security-Policy that has blocked a file of the player, or empty. */
let blockingDirective = '';

// There is none on a server.
globalThis.addEventListener?.('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
  // `script-src-elem` falls back to `script-src`, which pages set.
  if (/script.*\/chunks\//.test(effectiveDirective + blockedURI))
    blockingDirective = effectiveDirective.replace('-elem', '');
});

/** Not in `report.ts`, which is no part of the first load. */
let isReported = false;

/** Reports once on the console that a file of the player is missing, as after a deployment under an open page, or blocked. */
export function reportMissing(url: string): void {
  reportOnce(
    blockingDirective
      ? `vorleser: the page's policy blocks a file. Add its host to ${blockingDirective}`
      : 'vorleser: a file is missing. Keep the files of earlier versions',
    url,
  );
}

function reportOnce(message: string, url: string): void {
  if (!isReported) console.error(message, url);
  isReported = true;
}
