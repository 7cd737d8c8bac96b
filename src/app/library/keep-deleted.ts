import { type Bounds, removeOld } from '../../store/engine/own-copies.ts';

/** Versions before the trash kept a copy of each bitext that was deleted in the folder of copies, so many and so long. */
const RETENTION: Bounds = { most: 50, days: 30 };

const FILE_PREFIX = 'bitext-';

/** Removes copies of that kind that have been kept long enough. */
export async function forgetDeleted(copies: string | null): Promise<void> {
  if (copies !== null) await removeOld(copies, FILE_PREFIX, RETENTION);
}
