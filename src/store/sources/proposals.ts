import type { Message } from '../../core/message.ts';
import type { Db } from '../open-store.ts';
import { messageFrom, storedMessage } from '../stored-message.ts';
import type { ProposalKind } from './tables.ts';

/** What waits for somebody to accept it. */
export interface StoredProposal {
  readonly id: number;
  readonly kind: ProposalKind;
  readonly page: number;
  readonly partner: number | null;
  readonly at: string;
  /** How alike the two texts are, from 0 to 1; null where there is one. */
  readonly likeness: number | null;
  readonly isDoubtful: boolean;
  readonly reasons: readonly Message[];
}

/** Proposes a page, unless it is already. Returns whether it was not. */
export async function propose(db: Db, page: number, kind: 'article' | 'revision', at: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('proposal')
    .values({ kind, page_id: page, partner_id: null, at, likeness: null })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}

/** Makes one proposal of two, whose pages translate each other. */
export async function joinProposals(
  db: Db,
  {
    page,
    partner,
    likeness,
    isDoubtful,
    reasons,
  }: Omit<StoredProposal, 'id' | 'kind' | 'at' | 'partner'> & { readonly partner: number },
): Promise<void> {
  await db.deleteFrom('proposal').where('page_id', '=', partner).execute();
  await db
    .updateTable('proposal')
    .set({
      kind: 'pair',
      partner_id: partner,
      likeness,
      doubtful: isDoubtful ? 1 : 0,
      reasons: JSON.stringify(reasons.map(storedMessage)),
    })
    .where('page_id', '=', page)
    .execute();
}

export async function deleteProposal(db: Db, id: number): Promise<void> {
  await db.deleteFrom('proposal').where('id', '=', id).execute();
}

/** What waits, the last found first. */
export async function listProposals(db: Db): Promise<StoredProposal[]> {
  const rows = await db.selectFrom('proposal').selectAll().orderBy('id', 'desc').execute();
  return rows.map(({ id, kind, page_id, partner_id, at, likeness, doubtful, reasons }) => ({
    id,
    kind,
    page: page_id,
    partner: partner_id,
    at,
    likeness,
    isDoubtful: doubtful === 1,
    reasons: (JSON.parse(reasons) as string[]).map(messageFrom),
  }));
}
