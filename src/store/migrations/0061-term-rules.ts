/** Whose posts are, how terms are looked for, who decides on concepts, and what people say of tables that come in again. */
export const termRules: readonly string[] = [
  'ALTER TABLE relation ADD COLUMN of_concept INTEGER REFERENCES concept (id) ON DELETE SET NULL',
  'CREATE INDEX relation_of ON relation (of_concept)',
  "ALTER TABLE term ADD COLUMN rules TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE concept ADD COLUMN state TEXT NOT NULL DEFAULT '' CHECK (state IN ('', 'proposed', 'approved'))",
  "ALTER TABLE concept ADD COLUMN decided_by TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE concept ADD COLUMN owner TEXT NOT NULL DEFAULT ''",
  `CREATE TABLE glossary_mapping (
    header TEXT NOT NULL PRIMARY KEY,
    name TEXT NOT NULL,
    mapping TEXT NOT NULL CHECK (json_valid(mapping)),
    meanings TEXT NOT NULL CHECK (json_valid(meanings)),
    at TEXT NOT NULL
  ) STRICT, WITHOUT ROWID`,
];
