import { Problem } from '../core/problem.ts';
import type { PackFor } from '../core/text/language-pack.ts';
import { type BitextHead, findHead } from '../store/bitexts.ts';
import type { Store } from '../store/open-store.ts';
import type {
  Aligner,
  AlignmentQueue,
  Embedder,
  IntakeTools,
  LiveEdits,
  ReadMemory,
  SearchIndex,
  Segmentation,
} from './parts.ts';

export type { BitextHead };

/** What every use case works with. */
export interface App {
  readonly store: Store;
  /** Language packs with people's own rules over them. */
  readonly packs: PackFor;
  readonly segmentation: Segmentation;
  readonly intake: IntakeTools;
  readonly readMemory: ReadMemory;
  readonly searchIndex: SearchIndex;
  readonly aligner: Aligner;
  /** Where an embeddings server was named. */
  readonly embedder: Embedder | null;
  readonly queue: AlignmentQueue;
  readonly live: LiveEdits;
  /** How far long imports have come, from 0 to 1, by the name that the client gave them. */
  readonly progress: Map<string, number>;
  /** The time, ISO 8601 in UTC. */
  now(): string;
  /** Finishes what is being written and lets go of the database. */
  close(): Promise<void>;
}

/** The head of a bitext that must be there. */
export async function headOf({ store }: Pick<App, 'store'>, id: number): Promise<BitextHead> {
  const head = await findHead(store.db, id);
  if (!head) {
    throw new Problem(
      'not-found',
      'There is no such bitext.',
      `No bitext has the number ${id}.`,
      'Look it up in the library; it may have been deleted.',
    );
  }
  return head;
}
