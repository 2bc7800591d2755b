import { mkdirSync, writeFileSync } from 'node:fs';

/** Writes how many component tests passed and failed to test/output/components.json, for the closing line of all tests. */
export function countReporter() {
  return {
    onTestRunFinished(/** @type {{ sessions: any[] }} */ { sessions }) {
      const count = { passed: 0, failed: 0, skipped: 0 };
      for (const session of sessions) {
        if (!session.passed && !session.testResults) count.failed++;
        for (const error of session.errors ?? []) if (error) count.failed++;
        tally(session.testResults, count);
      }
      mkdirSync('test/output', { recursive: true });
      writeFileSync('test/output/components.json', JSON.stringify(count));
    },
  };
}

function tally(
  /** @type {any} */ suite,
  /** @type {{ passed: number, failed: number, skipped: number }} */ count,
) {
  for (const test of suite?.tests ?? []) {
    if (test.skipped) count.skipped++;
    else if (test.passed) count.passed++;
    else count.failed++;
  }
  for (const inner of suite?.suites ?? []) tally(inner, count);
}
