export { AzureEngine, type AzureOptions } from './speech/azure/azure-engine.js';
export type { TokenAnswer } from './speech/azure/tokens.js';
