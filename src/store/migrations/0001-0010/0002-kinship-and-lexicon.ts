/** How far two texts translate each other, and a lexicon that users bring along. */
export const kinshipAndLexicon: readonly string[] = [
  'ALTER TABLE bitext ADD COLUMN kinship REAL CHECK (kinship BETWEEN 0 AND 1)',
  `CREATE TABLE lexicon_entry (
    source_language TEXT NOT NULL,
    target_language TEXT NOT NULL,
    source TEXT NOT NULL CHECK (source <> ''),
    target TEXT NOT NULL CHECK (target <> ''),
    weight REAL NOT NULL CHECK (weight > 0 AND weight <= 1),
    PRIMARY KEY (source_language, target_language, source, target)
  ) STRICT, WITHOUT ROWID`,
  "CREATE INDEX bead_confirmed ON bead (bitext_id) WHERE status = 'confirmed'",
];
