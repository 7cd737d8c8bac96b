/** The white space where a person has split a segment, so that joining restores it; and who flagged a row, whatever happens to it later. */
export const jointsAndFlags: readonly string[] = [
  'ALTER TABLE segment ADD COLUMN joint TEXT',
  "ALTER TABLE bead ADD COLUMN flagged_by TEXT NOT NULL DEFAULT ''",
  "ALTER TABLE bead ADD COLUMN flagged_at TEXT NOT NULL DEFAULT ''",
  "UPDATE bead SET flagged_by = changed_by, flagged_at = changed_at WHERE status = 'flagged'",
];
