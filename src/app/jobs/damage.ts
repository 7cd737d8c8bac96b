import { damageOf } from '../../store/engine/copy.ts';
import type { Pool } from '../desk.ts';
import type { DamageWatch } from '../parts.ts';
import { work } from './work.ts';

/** What is wrong with a database file, in SQLite's words; null where it is whole. */
export const findDamage = work<{ readonly file: string }, string | null>(
  'find damage',
  // A gigabyte takes some 4 s of the processor; a slow disk takes longer.
  { room: 'upkeep' },
  async (_desk, { file }) => damageOf(file),
);

export function createDamageWatch(pool: Pool, database: string): DamageWatch {
  let damage: string | null = null;
  return {
    found: () => damage,
    async look() {
      if (database !== ':memory:') damage = await pool.run(findDamage, { file: database });
      return damage;
    },
  };
}
