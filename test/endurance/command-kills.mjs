import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { command } from './program.mjs';
import { allOrNone, onceWhole, termsLike } from './server-kills.mjs';
import { faultsOf, rowsOf } from './state.mjs';
import { article, glossary, tmx } from './texts.mjs';

// Commands that are killed. `start` answers with the command; `check` says what is wrong afterwards, `done` being its
// exit code, or undefined where it was killed before.

export const COMMAND_KILLS = {
  'visavis import, a memory': {
    start(world) {
      const file = write(world, 'tmx', tmx(3000));
      return run(world, ['import', file, '--from', 'en', '--to', 'fr', '--title', world.name]);
    },
    check: ({ database, name }, done) => onceWhole(database, name, 3000, done),
  },
  'visavis import, a pair': {
    start(world) {
      const { en, fr } = article(60);
      const files = [write(world, 'en.txt', en), write(world, 'fr.txt', fr)];
      return run(world, ['import', ...files, '--title', world.name]);
    },
    check: ({ database, name }, done) => onceWhole(database, name, 1, done),
  },
  'visavis glossary import': {
    start: (world) => run(world, ['glossary', 'import', write(world, 'csv', glossary(2000, world.name))]),
    check: ({ database, name }, done) => allOrNone('concepts', termsLike(database, name), 2000, done === 0),
  },
  'visavis dump': {
    start: (world) => run(world, ['dump', fileOf(world, 'jsonl')]),
    check: (world, done) => dumpFaults(world, fileOf(world, 'jsonl'), done),
  },
  'visavis backup': {
    start: (world) => run(world, ['backup', fileOf(world, 'copy')]),
    async check(world, done) {
      const copy = fileOf(world, 'copy');
      if (!existsSync(copy)) return again(world, ['backup', copy], copy, done);
      return faultsOf(copy);
    },
  },
  'visavis export': {
    start: (world) => run(world, exportOf(world)),
    async check(world, done) {
      const file = fileOf(world, 'out.tmx');
      if (!existsSync(file)) return again(world, exportOf(world), file, done);
      return /<\/tmx>\s*$/u.test(readFileSync(file, 'utf8')) ? [] : ['the export is not whole'];
    },
  },
  'visavis restore': {
    isAlone: true,
    async prepare(world) {
      // Two databases that are told apart by a title, each in the place of the other in turn.
      const place = join(world.folder, 'restored.sqlite');
      world.place = place;
      world.copies = ['one', 'other'].map((name) => join(world.folder, `${name}.sqlite`));
      for (const [k, copy] of world.copies.entries()) {
        if (existsSync(copy)) continue;
        const file = write({ ...world, name: `half-${k}` }, 'tmx', tmx(1500 + k));
        await command(['import', file, '--title', `half-${k}`, '--db', copy]).done;
      }
      world.was = existsSync(place) ? halfIn(place) : null;
      world.wanted = world.was === 0 ? 1 : 0;
    },
    start: ({ copies, wanted, place }) => command(['restore', copies[wanted], '--db', place]),
    async check({ place, wanted, was, copies, folder }, done) {
      if (!existsSync(place)) {
        if (was !== null || done === 0) return ['the database is gone'];
      } else {
        const now = halfIn(place);
        if (now !== wanted && (now !== was || done === 0)) return [`it holds ${now}, not ${wanted} or ${was}`];
        const faults = await faultsOf(place);
        if (faults.length > 0) return faults;
      }
      const { code, stderr } = await command(['restore', copies[wanted], '--db', place]).done;
      if (code !== 0) return [`restored again: ${code} ${stderr}`];
      const left = existsSync(join(folder, 'restored.sqlite.partial'));
      return [...(left ? ['its partial copy is left'] : []), ...(await faultsOf(place))];
    },
  },
  'visavis load': {
    isAlone: true,
    async prepare(world) {
      world.dump ??= join(world.folder, 'to-load.jsonl');
      if (!existsSync(world.dump)) await command(['dump', world.dump, '--db', world.database]).done;
      world.place = join(world.folder, `${world.name}.loaded.sqlite`);
      world.wanted = JSON.parse(lastLineOf(world.dump));
    },
    start: ({ dump, place }) => command(['load', dump, '--db', place]),
    async check({ place, dump }, done) {
      if (!existsSync(place)) return done === 0 ? ['nothing is there'] : [];
      const faults = await faultsOf(place);
      const [{ n }] = rowsOf(place, 'SELECT count(*) AS n FROM bitext');
      if (n > 0) return faults;
      const { code, stderr } = await command(['load', dump, '--db', place]).done;
      return [...faults, ...(code === 0 ? [] : [`loaded again: ${code} ${stderr}`])];
    },
  },
};

function run({ database, folder }, args) {
  return command([...args, '--db', database], folder);
}

function exportOf(world) {
  return ['export', String(world.bitexts[0]), '--format', 'tmx', '--out', fileOf(world, 'out.tmx')];
}

function fileOf({ folder, name }, end) {
  return join(folder, `${name}.${end}`);
}

function write(world, end, text) {
  writeFileSync(fileOf(world, end), text);
  return fileOf(world, end);
}

/** A command that was killed can be given again. */
async function again(world, args, file, done) {
  if (done === 0) return ['it ended well, and no file is there'];
  const { code, stderr } = await run(world, args).done;
  if (code !== 0) return [`given again: ${code} ${stderr}`];
  return existsSync(`${file}.partial`) ? ['its partial file is left'] : [];
}

/** A dump that is there can be loaded, and dumped again it is the same. */
export async function dumpFaults(world, file, done) {
  if (!existsSync(file)) return again(world, ['dump', file], file, done);
  const [place, second] = [`${file}.loaded.sqlite`, `${file}.again`];
  const { code, stderr } = await command(['load', file, '--db', place]).done;
  if (code !== 0) return [`the dump cannot be loaded: ${stderr}`];
  await command(['dump', second, '--db', place]).done;
  // The first line says when it was made.
  const rowsIn = (path) => readFileSync(path, 'utf8').replace(/^.*\n/u, '');
  const isSame = rowsIn(file) === rowsIn(second);
  return [...(isSame ? [] : ['dumped again it is another']), ...(await faultsOf(place))];
}

function lastLineOf(file) {
  return readFileSync(file, 'utf8').trimEnd().split('\n').at(-1);
}

function halfIn(database) {
  const [{ title } = {}] = rowsOf(database, 'SELECT title FROM bitext LIMIT 1');
  return title === undefined ? null : Number(title.slice(-1));
}
