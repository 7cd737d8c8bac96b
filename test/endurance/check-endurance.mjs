/**
 * Lets loose on the program what it has to bear: `npm run check:endurance` compiles it and kills it in the middle of its work, reads
 * and copies its database beside people who edit, brings in files made to break it, and has many people work for
 * long. It takes an hour or more; the tests hold the same with smaller numbers.
 *
 *     npm run check:endurance -- [PART …] [--seed N] [--kills N] [--times N] [--files N] [--minutes N] [--clients N] [--only TEXT] [--profile FOLDER]
 *
 * Parts are kills, beside, files, soak and desk; all of them without one.
 */
import { parseArgs } from 'node:util';
import { beside } from './beside.mjs';
import { desk } from './desk.mjs';
import { hostile } from './hostile.mjs';
import { kills } from './kills.mjs';
import { endAll } from './program.mjs';
import { soak } from './soak.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    kills: { type: 'string', default: '200' },
    times: { type: 'string', default: '20' },
    files: { type: 'string', default: '1000' },
    minutes: { type: 'string', default: '10' },
    clients: { type: 'string', default: '20' },
    only: { type: 'string', default: '' },
    profile: { type: 'string', default: '' },
  },
});
const number = (name) => Number(values[name]);
const begun = performance.now();
const tell = (line) => console.log(`${Math.round((performance.now() - begun) / 1000)} s  ${line}`);
const common = { seed: number('seed'), only: values.only, tell };

const PARTS = {
  kills: () => kills({ ...common, rounds: number('kills') }),
  beside: () => beside({ ...common, times: number('times') }),
  files: () => hostile({ ...common, files: number('files') }),
  desk: () => desk({ ...common, minutes: number('minutes'), profile: values.profile }),
  soak: () => soak({ ...common, minutes: number('minutes'), clients: number('clients') }),
};

process.once('exit', endAll);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1));

for (const part of positionals.length > 0 ? positionals : Object.keys(PARTS)) {
  if (!(part in PARTS)) throw new Error(`There is no part “${part}”, only ${Object.keys(PARTS).join(', ')}.`);
  tell(`${part} …`);
  const { figures, faults } = await PARTS[part]();
  console.log(`\n${part}: ${JSON.stringify(figures, null, 1)}`);
  console.log(faults.length === 0 ? 'No fault.' : `${faults.length} faults:\n${faults.join('\n')}`);
  if (faults.length > 0) process.exitCode = 1;
}
