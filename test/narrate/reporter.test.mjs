/** What is shown while articles are narrated. */
import assert from 'node:assert/strict';
import path from 'node:path';
import { mock, test } from 'node:test';

// Built, so that its types are missing in a fresh clone.
const { JsonReporter, TextReporter } = await import(path.resolve('lib/narrate/reporter.js'));

test('a terminal shows a bar with the time that is left, and a line when an article is done', () => {
  mock.timers.enable({ apis: ['Date'], now: 1_000_000 });
  let shown = '';
  const reporter = new TextReporter({
    isTTY: true,
    write: (/** @type {string} */ text) => (shown += text),
  });
  reporter.progress('a.md', 0);
  mock.timers.tick(30_000);
  shown = '';
  reporter.progress('a.md', 0.25);
  assert.match(shown, /█{6}░{18} 25 % 1:30 left {2}a\.md/);
  mock.timers.tick(50);
  shown = '';
  reporter.progress('a.md', 0.26);
  assert.equal(shown, '', 'it is not shown more often than can be seen');
  reporter.report({ event: 'recorded' }, '✔ a.md');
  assert.match(shown, /✔ a\.md\n$/);
  mock.timers.reset();
});

test('a file gets lines only', () => {
  let shown = '';
  const reporter = new TextReporter({
    isTTY: false,
    write: (/** @type {string} */ text) => (shown += text),
  });
  reporter.progress('a.md', 0.5);
  reporter.report({ event: 'recorded' }, '✔ a.md');
  assert.equal(shown, '✔ a.md\n');
});

test('programs get an object a line', () => {
  let shown = '';
  const reporter = new JsonReporter({ write: (/** @type {string} */ text) => (shown += text) });
  reporter.progress('a.md', 0.5);
  reporter.report({ event: 'recorded', input: 'a.md' }, '✔');
  const lines = shown
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    lines.map(({ event, share }) => [event, share]),
    [
      ['progress', 0.5],
      ['recorded', undefined],
    ],
  );
  assert.ok(lines.every(({ time }) => !Number.isNaN(Date.parse(time))));
});
