import { faultIn } from '#dist/core/bitext/bitext.js';
import { applyEdit } from '#dist/core/bitext/edit.js';
import { openSqlite } from '#dist/store/engine/sqlite-driver.js';
import { openStore } from '#dist/store/open-store.js';
import { readBitext } from '#dist/store/review/bitext-rows.js';
import { allInverses } from '#dist/store/review/edits.js';
import { faultyBitexts } from '#dist/store/review/faults.js';

/**
 * Looks at a database as it stands, the program running or not.
 * @returns what is wrong in it, in words
 */
export async function faultsOf(database, { whole = false } = {}) {
  const sqlite = openSqlite(database, { readonly: true, fileMustExist: true });
  const faults = [];
  try {
    const [{ quick_check: check }] = sqlite.pragma('quick_check(1)');
    if (check !== 'ok') faults.push(`quick_check: ${check}`);
    const [orphan] = sqlite.pragma('foreign_key_check');
    if (orphan) faults.push(`foreign keys: ${JSON.stringify(orphan)}`);
  } finally {
    sqlite.close();
  }
  const store = await openStore(database);
  try {
    for (const { bitext, fault } of await faultyBitexts(store.db)) {
      // What is on its way in or out may be half there, since nobody sees it.
      const { state } = await store.db.selectFrom('bitext').select('state').where('id', '=', bitext).executeTakeFirst();
      if (!['importing', 'deleting'].includes(state)) faults.push(`bitext ${bitext}: ${fault}`);
    }
    const ready = await store.db.selectFrom('bitext').select('id').where('state', '=', 'ready').execute();
    for (const { id } of ready) {
      const { n } = await store.db
        .selectFrom('bead')
        .select(({ fn }) => fn.countAll().as('n'))
        .where('bitext_id', '=', id)
        .executeTakeFirst();
      if (!whole && n > 1000) continue;
      const fault = faultIn(await readBitext(store.db, id));
      if (fault) faults.push(`bitext ${id}: ${JSON.stringify(fault)}`);
    }
    const failed = await store.db
      .selectFrom('bitext')
      .select(['id', 'problem'])
      .where('state', '=', 'failed')
      .execute();
    for (const { id, problem } of failed) faults.push(`bitext ${id} has failed: ${problem}`);
  } finally {
    await store.close();
  }
  return faults;
}

/** Rows of a query, read beside whoever writes. */
export function rowsOf(database, sql, ...values) {
  const sqlite = openSqlite(database, { readonly: true, fileMustExist: true });
  try {
    return sqlite.prepare(sql).all(...values);
  } finally {
    sqlite.close();
  }
}

/** Acknowledged edits that are not stored. @param edits as { bitext, id }; those of bitexts that are gone are left out */
export function lostEdits(database, edits) {
  const sqlite = openSqlite(database, { readonly: true, fileMustExist: true });
  try {
    const find = sqlite.prepare('SELECT 1 FROM edit WHERE bitext_id = ? AND client_id = ?');
    return edits.filter(({ bitext, id }) => !find.get(bitext, id));
  } finally {
    sqlite.close();
  }
}

/** A bitext's texts and rows, without what tells nothing of them; to be compared. */
export async function stateOf(database, id) {
  const store = await openStore(database);
  try {
    return plain(await readBitext(store.db, id));
  } finally {
    await store.close();
  }
}

/** The bitext as it was before all of its edits, each taken back; null where one does not fit. */
export async function rewound(database, id) {
  const store = await openStore(database);
  try {
    let bitext = await readBitext(store.db, id);
    for (const inverse of await allInverses(store.db, id)) {
      bitext = bitext && applyEdit(bitext, inverse);
    }
    return bitext && plain(bitext);
  } finally {
    await store.close();
  }
}

function plain({ source, target, beads }) {
  const segments = (side) => side.map(({ id, text }) => [id, text]);
  return JSON.stringify([
    segments(source),
    segments(target),
    beads.map(({ id, source: from, target: to, status, note }) => [id, from, to, status, note]),
  ]);
}
