import { stat } from 'node:fs/promises';
import { readInput } from '../files.ts';

/** The first line of a file, without what is around it. @param note is told where others may read the file */
export async function secretIn(file: string, note: (text: string) => void): Promise<string> {
  const { bytes } = await readInput(file);
  if (file !== '-' && process.platform !== 'win32' && ((await stat(file)).mode & 0o077) !== 0) {
    note(`Others on this machine may read or change ${file}. To keep it to yourself: chmod 600 ${file}`);
  }
  return new TextDecoder().decode(bytes).split(/\r?\n/u, 1)[0]!.trim();
}
