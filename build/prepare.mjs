/**
 * npm's script `prepare`. Generates the modules that types, tests and the development server need. When npm packs the package, also to
 * install it from its git repository, builds it.
 *
 * @see https://docs.npmjs.com/cli/using-npm/scripts#prepare-and-prepublish
 */
import { execFileSync } from 'node:child_process';

/** Set while npm packs this folder, and not while it installs its dependencies. */
const isPacking = process.env.npm_package_resolved !== undefined;

if (isPacking) execFileSync('npm', ['run', 'build'], { stdio: ['ignore', 'ignore', 'inherit'] });
else await import('./generate.mjs');
