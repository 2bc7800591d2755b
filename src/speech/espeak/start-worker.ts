import { REPORT_DELAY } from '../../console/policy-violations.js';

/** A worker that has been started. */
export interface StartedWorker {
  readonly worker: Worker;
  /** What a policy must allow for it: its own URL, or that of the script that imports it. */
  readonly address: URL;
  /** To be called once the worker runs. */
  revokeUrl(): void;
}

/** What the worker sends if its script cannot be imported. `directive` is the one of the page's policy that does not allow it, or empty. */
export interface NotImported {
  readonly type: 'not-imported';
  readonly directive: string;
}

/**
 * Starts a module worker, even from another origin. A page may only start workers of its own origin, so for a module of
 * another one it starts a worker whose script imports the module: from a blob, or from a `data:` URL where the page has no origin, as in a
 * frame with a sandbox, since Chromium starts no blob there. The import is a dynamic one: a static one must be allowed by `worker-src`.
 *
 * @throws {DOMException} SecurityError, if the page may start no worker; a TypeError, if Trusted Types do not allow the policy `vorleser`
 * @see https://html.spec.whatwg.org/multipage/workers.html#dom-worker
 */
export function startWorker(url: URL): StartedWorker {
  const hasOrigin = self.origin !== 'null';
  const isOwn = hasOrigin && url.origin === self.origin;
  const address = isOwn ? url.href : hasOrigin ? blobUrl(importing(url)) : dataUrl(importing(url));
  const revokeUrl = () => (address.startsWith('blob:') ? URL.revokeObjectURL(address) : undefined);
  try {
    const worker = new Worker(trusted(address), { type: 'module' });
    return { worker, address: new URL(address), revokeUrl };
  } catch (error) {
    revokeUrl();
    throw error;
  }
}

function blobUrl(script: string): string {
  return URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
}

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}

/**
 * The script of a worker that imports a module. Messages that arrive before that are delivered afterwards. It is no function, since
 * bundlers would change it.
 */
const importing = (url: URL) => `
const early = [];
const keep = (event) => early.push(event.data);
let directive = '';
addEventListener('message', keep);
addEventListener('securitypolicyviolation', (event) => directive = event.effectiveDirective);
import(${JSON.stringify(url.href)}).then(
  () => {
    removeEventListener('message', keep);
    for (const data of early) dispatchEvent(new MessageEvent('message', { data }));
  },
  () => setTimeout(() => postMessage({ type: 'not-imported', directive }), ${REPORT_DELAY}),
);
`;

interface ScriptUrlPolicy {
  createScriptURL(url: string): URL;
}

interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy;
}

let policy: ScriptUrlPolicy | undefined;

/** The URL of a worker, as a Trusted Types object if the browser has them. The policy is named `vorleser`. */
function trusted(address: string): URL | string {
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypes };
  policy ??= trustedTypes?.createPolicy('vorleser', { createScriptURL: (url) => url });
  return policy?.createScriptURL(address) ?? address;
}
