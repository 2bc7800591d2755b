import { UsageFailure } from './failure.js';

/**
 * What the command needs besides `vorleser`, which pages need not install: a DOM, a Markdown parser, a writer of feeds and encoders, all in the package
 * `vorleser-narrate`.
 *
 * @throws a UsageFailure that says what to install
 */
export async function optionalPackage<Module>(load: () => Promise<Module>): Promise<Module> {
  try {
    return await load();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== 'ERR_MODULE_NOT_FOUND') throw cause;
    throw new UsageFailure(
      'one more package is needed: npm install vorleser-narrate (and vorleser-espeak-ng for the embedded voice)',
      { cause },
    );
  }
}
