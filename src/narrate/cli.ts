#!/usr/bin/env node
/** The command `vorleser`: one function for each subcommand. */
import { convert } from './convert/convert.js';
import { CONVERT_HELP, parseConvertOptions } from './convert/convert-options.js';
import { FEED_HELP, parseFeedOptions } from './feed/feed-options.js';
import { writeFeed } from './feed/feed-folder.js';
import { Failure, messageOf, UsageFailure } from './failure.js';
import { EXIT, narrate } from './narrate.js';
import { NARRATE_HELP, parseOptions } from './options.js';
import { JsonReporter, TextReporter } from './reporter.js';

/** Takes the arguments after its name, and returns the exit code. */
type Subcommand = (args: readonly string[], signal: AbortSignal) => Promise<number>;

const subcommands: Readonly<Record<string, Subcommand>> = {
  narrate: narrateCommand,
  feed: feedCommand,
  convert: convertCommand,
};

async function narrateCommand(args: readonly string[], signal: AbortSignal): Promise<number> {
  const options = parseOptions(args);
  if (!options) {
    process.stdout.write(NARRATE_HELP);
    return EXIT.done;
  }
  const reporter = options.json
    ? new JsonReporter(process.stdout)
    : new TextReporter(process.stderr);
  return narrate(options, reporter, signal);
}

async function feedCommand(args: readonly string[]): Promise<number> {
  const options = parseFeedOptions(args);
  if (!options) {
    process.stdout.write(FEED_HELP);
    return EXIT.done;
  }
  const { folder, channel, out } = options;
  const { episodes, warnings } = await writeFeed(folder, channel, out);
  for (const warning of warnings) process.stderr.write(`! ${warning}\n`);
  process.stderr.write(`✔ ${out}: ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}\n`);
  return EXIT.done;
}

async function convertCommand(args: readonly string[]): Promise<number> {
  const options = parseConvertOptions(args);
  if (!options) {
    process.stdout.write(CONVERT_HELP);
    return EXIT.done;
  }
  for (const file of await convert(options)) process.stderr.write(`✔ ${file}\n`);
  return EXIT.done;
}

async function main([name = '', ...args]: readonly string[]): Promise<number> {
  const subcommand = subcommands[name];
  const names = Object.keys(subcommands).join(', ');
  if (!subcommand)
    throw new UsageFailure(`vorleser ${name}: there is only ${names}. Try vorleser narrate --help`);
  const interruption = new AbortController();
  for (const event of ['SIGINT', 'SIGTERM'])
    process.once(event, () => interruption.abort(new Error(`interrupted by ${event}`)));
  try {
    return await subcommand(args, interruption.signal);
  } catch (error) {
    if (!interruption.signal.aborted) throw error;
    process.stderr.write('\nvorleser: interrupted\n');
    return EXIT.interrupted;
  }
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isExpected = error instanceof Failure || (error as NodeJS.ErrnoException).code;
  process.stderr.write(
    `vorleser: ${isExpected ? messageOf(error) : String((error as Error).stack)}\n`,
  );
  process.exitCode = error instanceof UsageFailure ? EXIT.usage : EXIT.failed;
}
