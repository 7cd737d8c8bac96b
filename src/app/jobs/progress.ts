import type { Progress } from '../parts.ts';

/** Keeps how far work has come while it is done. */
export function createProgress(): Progress {
  const shares = new Map<string, number>();
  return {
    async track(job, work) {
      try {
        return await work((share) => {
          if (job !== undefined) shares.set(job, share);
        });
      } finally {
        if (job !== undefined) shares.delete(job);
      }
    },
    of: (job) => shares.get(job) ?? null,
  };
}
