const KINDS =
  "'headline', 'dek', 'byline', 'dateline', 'heading', 'body', 'quote', 'list-item', 'caption', 'credit', 'note'";

/** Footnotes and endnotes as a kind of segment of their own; a column takes the other's name, as in 0004. */
export const noteKind: readonly string[] = [
  `ALTER TABLE segment ADD COLUMN new_kind TEXT NOT NULL DEFAULT 'body' CHECK (new_kind IN (${KINDS}))`,
  'UPDATE segment SET new_kind = kind',
  'ALTER TABLE segment DROP COLUMN kind',
  'ALTER TABLE segment RENAME COLUMN new_kind TO kind',
];
