/**
 * How many beads of a bitext stand in which state, kept with every change of a bead: each page and each edit asks for it,
 * and to count 200,000 takes 10 ms of the server's thread. Proposed ones are kept apart by their confidence in whole
 * hundredths: as many as `confidence >= n / 100` has, whatever rounding does to a product. -1 stands for no confidence, and
 * for the other states, of which nobody asks for it.
 */
const percent = (row: string) => `CASE WHEN ${row}.status = 'proposed' AND ${row}.confidence IS NOT NULL THEN
    CAST(round(${row}.confidence * 100) AS INTEGER) - (${row}.confidence < round(${row}.confidence * 100) / 100)
  ELSE -1 END`;

const more = `INSERT INTO bead_tally (bitext_id, status, percent, beads)
    VALUES (new.bitext_id, new.status, ${percent('new')}, 1)
    ON CONFLICT DO UPDATE SET beads = beads + 1;`;

/** Where its bitext is being deleted, the tally is gone already. */
const fewer = `UPDATE bead_tally SET beads = beads - 1
    WHERE bitext_id = old.bitext_id AND status = old.status AND percent = ${percent('old')};`;

export const beadTally: readonly string[] = [
  `CREATE TABLE bead_tally (
    bitext_id INTEGER NOT NULL REFERENCES bitext (id) ON DELETE CASCADE,
    status TEXT NOT NULL,
    percent INTEGER NOT NULL,
    beads INTEGER NOT NULL CHECK (beads >= 0),
    PRIMARY KEY (bitext_id, status, percent)
  ) STRICT, WITHOUT ROWID`,
  `INSERT INTO bead_tally SELECT bitext_id, status, ${percent('bead')}, count(*) FROM bead GROUP BY 1, 2, 3`,
  `CREATE TRIGGER bead_tally_insert AFTER INSERT ON bead BEGIN ${more} END`,
  `CREATE TRIGGER bead_tally_delete AFTER DELETE ON bead BEGIN ${fewer} END`,
  `CREATE TRIGGER bead_tally_update AFTER UPDATE OF status, confidence ON bead
    WHEN old.status <> new.status OR old.confidence IS NOT new.confidence BEGIN ${fewer} ${more} END`,
  // What somebody may undo is asked for by every page, too; whoever has changed nothing yet had all edits of others looked through.
  'CREATE INDEX edit_author ON edit (bitext_id, author, state, seq)',
  'DROP INDEX edit_state',
];
