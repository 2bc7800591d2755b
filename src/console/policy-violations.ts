import { report } from './report.js';

/** How long after a failure the browser may report the violation behind it, in milliseconds. */
export const REPORT_DELAY = 100;

/** The most violations that are kept: a page may cause any number. */
const MOST_VIOLATIONS = 200;

/** What the Content-Security-Policy of the page, or of a worker, has blocked since this module was loaded: "worker-src https://…". */
const violations = new Set<string>();

// There is none in Node.
globalThis.addEventListener?.('securitypolicyviolation', (event) => {
  const { effectiveDirective, blockedURI } = event as SecurityPolicyViolationEvent;
  if (violations.size < MOST_VIOLATIONS) violations.add(`${effectiveDirective} ${blockedURI}`);
});

/**
 * Whether the page's policy has blocked a URL. Reports what the policy has to allow.
 *
 * @param directive the directive for that kind of URL, such as `worker-src`
 * @see https://www.w3.org/TR/CSP3/#violation-events
 */
export async function isBlocked(directive: string, url: URL): Promise<boolean> {
  await new Promise((resolve) => setTimeout(resolve, REPORT_DELAY));
  // A URL of another origin may be reported by its origin only, and one without a host by its scheme only.
  const names = [url.href, url.origin, url.protocol.slice(0, -1)];
  if (!names.some((name) => violations.has(`${directive} ${name}`))) return false;
  reportBlocked(directive, url);
  return true;
}

/** Reports what a policy has to allow. */
export function reportBlocked(directive: string, { origin, protocol }: URL): void {
  const source = protocol.startsWith('http') ? ownOr(origin) : protocol;
  // `script-src-elem` falls back to `script-src`, which pages set.
  const name = directive.replace('-elem', '');
  report(`the page's Content-Security-Policy blocks the player's voice. Add ${source} to ${name}`);
}

function ownOr(origin: string): string {
  return origin === location.origin ? "'self'" : origin;
}
