/**
 * Measures `vorleser narrate`: the article from nothing, unchanged, and with one sentence changed; books of 10,000 and 100,000 words, with the most memory that the
 * process and its threads had.
 *
 *   npm run bench -- recordings
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ARTICLE = readFileSync('article/putin-nordkorea.md', 'utf8');

/**
 * @param {string} folder
 * @param {string} file
 * @returns {Promise<{ seconds: number, cpuSeconds: number, megabytes: number, event: any }>}
 */
function narrate(folder, file) {
  const args = ['lib/narrate/cli.js', 'narrate', file, '--out', path.join(folder, 'out')];
  const options = ['--cache', path.join(folder, 'cache'), '--json'];
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args, ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let [output, megabytes, cpuSeconds] = ['', 0, 0];
  child.stdout.on('data', (data) => (output += data));
  const timer = setInterval(() => {
    try {
      const status = readFileSync(`/proc/${child.pid}/status`, 'utf8');
      megabytes = Math.max(megabytes, Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1000);
      const stat = readFileSync(`/proc/${child.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
      cpuSeconds = (Number(stat[11]) + Number(stat[12])) / 100;
    } catch {
      // It has ended.
    }
  }, 100);
  return new Promise((resolve, reject) =>
    child.on('close', (code) => {
      clearInterval(timer);
      if (code !== 0) reject(new Error(`exit code ${code}\n${output}`));
      const event = JSON.parse(output.trim().split('\n').at(-1) ?? '');
      resolve({ seconds: (performance.now() - startedAt) / 1000, cpuSeconds, megabytes, event });
    }),
  );
}

/** A book of so many words, hardly any sentence of which is in it twice. */
function book(/** @type {number} */ words) {
  const body = ARTICLE.replace(/^---.*?---/s, '');
  const own = body.split(/\s+/).length;
  const chapters = Array.from({ length: Math.ceil(words / own) }, (_, chapter) =>
    body.replaceAll(/(?<=[.“”] |\n\n)(?=\p{Lu})/gu, () => `Teil ${chapter + 1}: `),
  );
  return `---\ntitle: Ein Buch\nlang: de\n---\n${chapters.map((text, i) => `\n## Kapitel ${i + 1}\n${text}`).join('')}`;
}

function print(
  /** @type {string} */ what,
  /** @type {Awaited<ReturnType<typeof narrate>>} */ { seconds, cpuSeconds, megabytes, event },
) {
  const times = event.duration / seconds;
  console.log(
    `${what}: ${seconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${event.sentences} sentences, ${event.rendered} rendered, ${(event.duration / 60).toFixed(1)} minutes of sound, ${times.toFixed(0)} times real time, ${megabytes.toFixed(0)} MB`,
  );
}

/** @param {readonly number[]} sizes those of the books, in words */
export async function measureRecordings(sizes = [10_000, 100_000]) {
  const folder = mkdtempSync(path.join(tmpdir(), 'vorleser-bench-'));
  const measure = async (/** @type {string} */ what, /** @type {string} */ text) => {
    const file = path.join(folder, `${text.length > 2 * ARTICLE.length ? 'book' : 'article'}.md`);
    writeFileSync(file, text);
    const measured = await narrate(folder, file);
    print(what, measured);
    return { what, ...measured };
  };
  try {
    const results = [
      await measure('from nothing', ARTICLE),
      await measure('unchanged', ARTICLE),
      await measure('one sentence changed', ARTICLE.replace('Die Idylle', 'Die Freundschaft')),
    ];
    for (const words of sizes) results.push(await measure(`${words} words`, book(words)));
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
