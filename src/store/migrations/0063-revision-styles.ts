/** A text as it is read: without the characters that stand for bold and italics of articles (`core/bitext/inline/formatting.ts`). */
const plain = (text: string) =>
  [0x10fffa, 0x10fffb, 0x10fffc, 0x10fffd].reduce((inner, point) => `replace(${inner}, char(${point}), '')`, text);

const isIndexed = (row: 'new' | 'old') => `NOT EXISTS (
  SELECT 1 FROM unindexed WHERE bitext_id = ${row}.bitext_id AND ${row}.rowid BETWEEN first AND last
)`;

/** What of a revision's text is bold or italic, beside the text; the full-text index has words without what stands for that. */
export const revisionStyles: readonly string[] = [
  `CREATE TABLE revision_style (
    revision_id INTEGER NOT NULL REFERENCES revision (id) ON DELETE CASCADE,
    begins INTEGER NOT NULL CHECK (begins >= 0),
    style TEXT NOT NULL CHECK (style IN ('bold', 'italic')),
    ends INTEGER NOT NULL CHECK (ends > begins),
    PRIMARY KEY (revision_id, begins, style)
  ) STRICT, WITHOUT ROWID`,
  ...['insert', 'delete', 'update'].map((change) => `DROP TRIGGER segment_fts_${change}`),
  `CREATE TRIGGER segment_fts_insert AFTER INSERT ON segment WHEN ${isIndexed('new')} BEGIN
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, ${plain('new.text')});
  END`,
  `CREATE TRIGGER segment_fts_delete AFTER DELETE ON segment WHEN ${isIndexed('old')} BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, ${plain('old.text')});
  END`,
  `CREATE TRIGGER segment_fts_update AFTER UPDATE OF text ON segment WHEN ${isIndexed('old')} BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, ${plain('old.text')});
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, ${plain('new.text')});
  END`,
];
