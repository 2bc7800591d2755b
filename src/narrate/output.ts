import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';

/** The files of a recording, in the order in which they replace older ones: the last one says what the others belong to. */
export const EXTENSIONS = ['opus', 'mp3', 'vtt', 'jsonld'] as const;
export type Extension = (typeof EXTENSIONS)[number];

/** How old the folder of a process must be to be taken for what a crash has left, in milliseconds. */
const ABANDONED = 24 * 3_600_000;

/** The name of this machine, as part of a file's name. */
const HOST = hostname().replaceAll(/[^\w.]/g, '_');

const PARTIAL = /^\..+\.partial-([\w.]+)-(\d+)-\w{6}$/;

/** The path of a file of a recording. */
export function outputFile(folder: string, name: string, extension: Extension): string {
  return path.join(folder, `${name}.${extension}`);
}

/**
 * A folder in which the files of a recording are made. They appear under their names only when all of them are complete.
 */
export class PartialOutput {
  readonly #target: string;
  readonly #name: string;
  readonly #folder: string;

  /** @throws the error of the file system */
  static async create(target: string, name: string): Promise<PartialOutput> {
    await mkdir(target, { recursive: true });
    await removeAbandoned(target);
    const prefix = path.join(target, `.${name}.partial-${HOST}-${process.pid}-`);
    return new PartialOutput(target, name, await mkdtemp(prefix));
  }

  private constructor(target: string, name: string, folder: string) {
    this.#target = target;
    this.#name = name;
    this.#folder = folder;
  }

  file(extension: Extension): string {
    return outputFile(this.#folder, this.#name, extension);
  }

  /** Moves the files to where they belong. */
  async publish(): Promise<void> {
    for (const extension of EXTENSIONS)
      await rename(this.file(extension), outputFile(this.#target, this.#name, extension));
  }

  /** Removes the folder with what is still in it. */
  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}

/** Removes the folders of processes that have ended without doing so. Those of other machines only after a day. */
async function removeAbandoned(target: string): Promise<void> {
  for (const { name } of await readdir(target, { withFileTypes: true })) {
    const [, host, pid] = PARTIAL.exec(name) ?? [];
    if (!pid) continue;
    const folder = path.join(target, name);
    const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }));
    const hasEnded = host === HOST && !isRunning(Number(pid));
    if (hasEnded || Date.now() - mtimeMs > ABANDONED)
      await rm(folder, { recursive: true, force: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
