/**
 * Comments answer each other and are settled. An answer whose beginning is deleted stays, as a beginning of its own: the
 * words are another person's.
 */
export const commentThreads: readonly string[] = [
  'ALTER TABLE comment ADD COLUMN reply_to INTEGER REFERENCES comment (id) ON DELETE SET NULL',
  "ALTER TABLE comment ADD COLUMN resolved_by TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE comment ADD COLUMN resolved_at TEXT NOT NULL DEFAULT ''",
  'CREATE INDEX comment_reply ON comment (reply_to)',
];
