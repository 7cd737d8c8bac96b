import type { Generated } from 'kysely';

/** What is proposed: an article by itself, two that translate each other, or a new text of one that is there. */
export type ProposalKind = 'article' | 'pair' | 'revision';

/** The tables of sources as Kysely sees them. */
export interface SourceTables {
  source: {
    id: Generated<number>;
    kind: 'feed';
    /** The address of a feed. */
    place: string;
    /** Languages whose versions of a page are fetched, too, as JSON. */
    languages: string;
    /** As cron says it. */
    schedule: string;
    active: Generated<number>;
    created_at: string;
    next_at: string;
    claimed_by: Generated<string>;
    claimed_until: Generated<string>;
  };
  source_run: {
    id: Generated<number>;
    source_id: number;
    at: string;
    ended_at: string;
    /** Articles that it names, what of them was proposed, and pages that could not be read. */
    found: number;
    proposed: number;
    missed: number;
    /** A message as `stored-message.ts` writes it; empty where nothing failed. */
    failure: string;
  };
  source_page: {
    id: Generated<number>;
    source_id: number | null;
    address: string;
    stamp: string;
    hash: string;
    language: string;
    title: string;
    published: string;
    /** Its versions in other languages, as JSON. */
    versions: string;
    text: string;
    name: string;
    charset: string;
    /** As it was fetched; null once somebody has decided. */
    bytes: Buffer | null;
    /** What it was made into. */
    article_id: number | null;
    refused: Generated<number>;
  };
  proposal: {
    id: Generated<number>;
    kind: ProposalKind;
    page_id: number;
    partner_id: number | null;
    at: string;
    likeness: number | null;
    doubtful: Generated<number>;
    /** Messages as `stored-message.ts` writes them, as a JSON list. */
    reasons: Generated<string>;
  };
}
