/**
 * Lighthouse's scores of the built pages for accessibility and best practices, out of 100. Lighthouse is not a dependency of
 * the project: npx downloads it when this is run.
 */
import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { serve } from '../build/serve.mjs';
import { chromiumFlags, findChromium } from '../test/machine.mjs';

/** The newest version that runs on Node 20. */
const LIGHTHOUSE = 'lighthouse@12.8.2';

const run = promisify(execFile);

export async function measureLighthouse() {
  const site = await serve(0);
  const rows = [];
  for (const address of [site.page, `${site.page}themes/`, site.guest]) {
    const { stdout } = await run(
      'npx',
      [
        '--yes',
        LIGHTHOUSE,
        address,
        '--quiet',
        '--output=json',
        '--only-categories=accessibility,best-practices',
        `--chrome-flags=--headless=new ${chromiumFlags().join(' ')}`,
      ],
      { env: { ...process.env, CHROME_PATH: findChromium() }, maxBuffer: 1e8 },
    );
    const { categories } = JSON.parse(stdout);
    rows.push({
      address,
      accessibility: categories.accessibility.score * 100,
      'best practices': categories['best-practices'].score * 100,
    });
  }
  site.close();
  console.log('\nLighthouse');
  console.table(rows);
  return rows;
}
