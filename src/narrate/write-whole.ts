import { rename, rm, writeFile } from 'node:fs/promises';

/** Writes a file under another name first, so that it is never half there. @throws the error of the file system */
export async function writeWhole(
  file: string,
  content: string | Uint8Array | Iterable<Uint8Array>,
): Promise<void> {
  const unfinished = `${file}.${process.pid}.tmp`;
  try {
    await writeFile(unfinished, content);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}
