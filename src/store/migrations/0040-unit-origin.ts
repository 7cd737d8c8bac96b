/**
 * What files say of the life of a unit is kept (names, dates, notes of its texts), and whether the status of a row was only
 * assumed, since its file said none and both sides had text. Of rows that are there already that is not known; they count as before.
 */
export const unitOrigin: readonly string[] = [
  `ALTER TABLE unit_props ADD COLUMN origin TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(origin))`,
  `ALTER TABLE bead ADD COLUMN assumed INTEGER NOT NULL DEFAULT 0 CHECK (assumed IN (0, 1))`,
];
