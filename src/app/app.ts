import { msg } from '../core/message.ts';
import { Problem } from '../core/problem.ts';
import { type BitextHead, findHead } from '../store/bitexts.ts';
import type { Desk, Pool } from './desk.ts';
import type { IntakeTools, ReadMemory, Segmentation } from './intake-tools.ts';
import type {
  Aligner,
  AlignmentQueue,
  Company,
  DamageWatch,
  Embedder,
  FoundLists,
  HeldUploads,
  Leases,
  LiveEdits,
  PageFetcher,
  Progress,
  Scratch,
  SearchIndex,
  Staging,
} from './parts.ts';
import type { Backups, Webhooks } from './upkeep.ts';

export type { BitextHead };

/** What every use case works with. */
export interface App extends Desk {
  /** Does what takes long, or comes from a stranger, beside the server's thread. */
  readonly pool: Pool;
  readonly segmentation: Segmentation;
  readonly intake: IntakeTools;
  readonly readMemory: ReadMemory;
  /** Fetches pages that people name. */
  readonly pages: PageFetcher;
  readonly searchIndex: SearchIndex;
  readonly aligner: Aligner;
  /** Where an embeddings server was named. */
  readonly embedder: Embedder | null;
  readonly queue: AlignmentQueue;
  readonly leases: Leases;
  readonly staging: Staging;
  readonly scratch: Scratch;
  readonly heldUploads: HeldUploads;
  readonly damage: DamageWatch;
  /** The path of the database, or ":memory:". */
  readonly database: string;
  /** The folder of the copies that the program makes automatically; null for a database in memory. */
  readonly copies: string | null;
  /** Makes copies by the clock, where that was asked for. */
  readonly backups: Backups | null;
  /** Tells other programs what happens, where this is a server. */
  readonly webhooks: Webhooks;
  readonly live: LiveEdits;
  readonly company: Company;
  readonly found: FoundLists;
  readonly progress: Progress;
  /** Finishes writing and closes the database. */
  close(): Promise<void>;
}

/** The head of a bitext that must be there. */
export async function headOf({ store }: Pick<Desk, 'store'>, id: number): Promise<BitextHead> {
  const head = await findHead(store.db, id);
  if (!head) {
    throw new Problem(
      'not-found',
      msg('Bitext {bitext} not found.', { bitext: String(id) }),
      'It may have been deleted.',
      'Look for it in the list of bitexts.',
    );
  }
  return head;
}

/** Does work at a desk whose database stays as it is meanwhile, so that what is read by several statements fits together. */
export function inOneMoment<D extends Pick<Desk, 'store'>, T>(desk: D, work: (desk: D) => Promise<T>): Promise<T> {
  return desk.store.read((db) => work({ ...desk, store: { ...desk.store, db, read: (more) => more(db) } }));
}
