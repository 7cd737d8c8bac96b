import { type FileHandle, open } from 'node:fs/promises';
import type { UnitRows } from '../../core/bitext/unit-rows.ts';
import { storeProblem } from '../../store/engine/failure.ts';

/** Before each slice: how many rows it has, and the bytes of its three columns. */
const HEAD_BYTES = 16;

/**
 * Writes rows to a new file, slice after slice, for another thread to read them back.
 * @throws Problem `store-full` where the disk is full
 */
export async function writeUnitRows(path: string, slices: () => Iterable<UnitRows | null>): Promise<void> {
  const file = await open(path, 'wx');
  try {
    for (const rows of slices()) {
      if (!rows) continue;
      const columns = [rows.source, rows.target, rows.marks];
      const head = Buffer.alloc(HEAD_BYTES);
      [rows.count, ...columns.map(({ length }) => length)].forEach((value, i) => void head.writeUInt32LE(value, 4 * i));
      await file.writev([head, ...columns]);
    }
  } catch (error) {
    throw storeProblem(error, path);
  } finally {
    await file.close();
  }
}

/** The rows of such a file, slice after slice. */
export async function* readUnitRows(path: string): AsyncGenerator<UnitRows> {
  const file = await open(path, 'r');
  try {
    for (;;) {
      const head = await bytesFrom(file, HEAD_BYTES);
      if (!head) return;
      const [count = 0, ...lengths] = [0, 4, 8, 12].map((at) => head.readUInt32LE(at));
      const columns: Buffer[] = [];
      for (const length of lengths) {
        const column = await bytesFrom(file, length);
        if (!column) throw new Error(`The rows in ${path} end too early.`);
        columns.push(column);
      }
      yield { count, source: columns[0]!, target: columns[1]!, marks: columns[2]! };
    }
  } finally {
    await file.close();
  }
}

async function bytesFrom(file: FileHandle, length: number): Promise<Buffer | null> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length);
  return bytesRead === length ? buffer : null;
}
