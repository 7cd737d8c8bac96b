/**
 * The full-text index may be behind: of a bitext that stands in `unindexed`,
 * the segments with row numbers from `first` to `last` are not in it yet. The row goes after
 * its bitext's segments, whose triggers still ask for it, and so by a trigger, not by a foreign key.
 */
const isIndexed = (row: 'new' | 'old') => `NOT EXISTS (
  SELECT 1 FROM unindexed WHERE bitext_id = ${row}.bitext_id AND ${row}.rowid BETWEEN first AND last
)`;

export const indexLater: readonly string[] = [
  'CREATE TABLE unindexed (bitext_id INTEGER PRIMARY KEY, first INTEGER NOT NULL, last INTEGER NOT NULL) STRICT',
  `CREATE TRIGGER bitext_unindexed AFTER DELETE ON bitext BEGIN
    DELETE FROM unindexed WHERE bitext_id = old.id;
  END`,
  ...['insert', 'delete', 'update'].map((change) => `DROP TRIGGER segment_fts_${change}`),
  `CREATE TRIGGER segment_fts_insert AFTER INSERT ON segment WHEN ${isIndexed('new')} BEGIN
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, new.text);
  END`,
  `CREATE TRIGGER segment_fts_delete AFTER DELETE ON segment WHEN ${isIndexed('old')} BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
  END`,
  `CREATE TRIGGER segment_fts_update AFTER UPDATE OF text ON segment WHEN ${isIndexed('old')} BEGIN
    INSERT INTO segment_fts (segment_fts, rowid, text) VALUES ('delete', old.rowid, old.text);
    INSERT INTO segment_fts (rowid, text) VALUES (new.rowid, new.text);
  END`,
];
