import type { EditResult } from './edit-result.ts';

/** An edit that has been stored, with who made it. */
export interface LiveEdit {
  /** Given by the client, so that it knows its own. */
  readonly clientId: string;
  readonly author: string;
  readonly result: EditResult;
}

/** Tells those who look at a bitext of its edits as they are made. */
export interface LiveEdits {
  publish(id: number, edit: LiveEdit): void;
  /** @returns a function that ends it */
  subscribe(id: number, listener: (edit: LiveEdit) => void): () => void;
}

export function createLiveEdits(): LiveEdits {
  const listeners = new Map<number, Set<(edit: LiveEdit) => void>>();
  return {
    publish(id, edit) {
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
  };
}
