/**
 * Generates the modules that are derived from npm packages: the embedded voice's data, the client for Azure's
 * voices, and the rules for formulas.
 * npm runs this after `npm ci` and `npm install` (the `prepare` script), because types, tests and the dev server need them.
 */
const GENERATORS = ['./voice.mjs', './azure.mjs', './formulas.mjs'];

for (const generator of GENERATORS) {
  try {
    await import(generator);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (!code.endsWith('MODULE_NOT_FOUND')) throw error;
    console.error(
      `build/${generator.slice(2)} needs a package that is not installed. Run \`npm ci\`, with the development dependencies.`,
    );
    console.error(error);
    process.exit(1);
  }
}
