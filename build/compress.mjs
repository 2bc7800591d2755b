/** Compresses the files in dist/. */
import path from 'node:path';
import { compressFolder } from './compress-folder.mjs';

compressFolder(path.join(import.meta.dirname, '../dist'));
