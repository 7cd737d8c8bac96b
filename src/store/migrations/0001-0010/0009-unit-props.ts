/**
 * What other tools said of the units of a memory. A row that is merged loses its
 * bead, and gets it back when that is undone; so the bead is named by no foreign key, and its properties wait.
 */
export const unitProps: readonly string[] = [
  `CREATE TABLE unit_props (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    bead_id INTEGER NOT NULL,
    props TEXT NOT NULL CHECK (json_valid(props)),
    PRIMARY KEY (bitext_id, bead_id)
  ) STRICT, WITHOUT ROWID`,
];
