import type { LiveEdit, LiveEdits } from '../parts.ts';

export function createLiveEdits(): LiveEdits {
  const listeners = new Map<number, Set<(edit: LiveEdit) => void>>();
  let count = 0;
  return {
    publish(id, edit) {
      count += 1;
      for (const listener of listeners.get(id) ?? []) listener(edit);
    },
    subscribe(id, listener) {
      const own = listeners.get(id) ?? new Set();
      listeners.set(id, own.add(listener));
      return () => {
        own.delete(listener);
        if (own.size === 0) listeners.delete(id);
      };
    },
    count: () => count,
  };
}
