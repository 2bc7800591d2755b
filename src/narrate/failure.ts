/** Something that a person has to do or to know: its message is shown as it is, without a stack. */
export class Failure extends Error {
  override readonly name = 'Failure';
}

/** Something that is wrong with the command line or the installation, so that no article can be read. */
export class UsageFailure extends Failure {}

/** What is wrong, in one line for a person. */
export function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { code, path = '' } = error as NodeJS.ErrnoException;
  const message = (code && MESSAGES[code]) || error.message;
  return path && code && MESSAGES[code] ? `${path}: ${message}` : message;
}

/** @see https://nodejs.org/api/errors.html#common-system-errors */
const MESSAGES: Readonly<Record<string, string>> = {
  ENOSPC: 'no space is left on the disk',
  EDQUOT: 'no space is left for this user on the disk',
  EACCES: 'there is no permission to read or write it',
  EPERM: 'there is no permission to read or write it',
  EROFS: 'the disk cannot be written to',
  ENOENT: 'there is no such file',
  EISDIR: 'this is a folder, not a file',
  ENOTDIR: 'this is a file, not a folder',
  EMFILE: 'too many files are open',
};
