import { expect, it } from 'vitest';
import type { App } from '../../../src/app/app.ts';
import { renameBitext } from '../../../src/app/library/library.ts';
import { warmUp } from '../../../src/web/rows/warm-up.ts';
import { openTestApp, storeBitext } from '../../support/app.ts';
import { bitextOf } from '../../support/bitexts.ts';

it('a server gets ready for the bitext that was changed last, and starts where that fails', async () => {
  const app = await openTestApp();
  const asked: number[] = [];
  const watched: App = {
    ...app,
    terms: {
      checkerFor(desk, bitext) {
        asked.push(bitext.id);
        return app.terms.checkerFor(desk, bitext);
      },
    },
  };
  await warmUp(watched, 60_000);
  expect(asked).toEqual([]);
  const first = await storeBitext(app, bitextOf('1-1 1-1'));
  await storeBitext(app, bitextOf('1-1'));
  await renameBitext({ ...app, now: () => '2999-01-01T00:00:00.000Z' }, first, 'Changed');
  await warmUp(watched, 60_000);
  expect(asked).toEqual([first]);
  await app.close();
  await warmUp(watched, 60_000);
});
