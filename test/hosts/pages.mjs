import { serve } from '../rig/serve.mjs';

/** Serves the pages of other people in test/hosts/pages/, with the built files beside them. */
export function servePages() {
  return serve(['test/hosts/pages', 'dist']);
}
