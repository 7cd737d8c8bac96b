import { expect, it } from 'vitest';
import { checkMemory } from '../../../src/core/check/memory.ts';
import { languageTeller } from '../../../src/intake/detect-language.ts';
import { bitextWith } from '../../support/bitexts.ts';

it('a short sentence is of another language only where that is the other side’s', async () => {
  const teller = await languageTeller();
  const rows = bitextWith([
    ['Output shrank by 0.1 % in that quarter.', 'La production s’est contractée de 0,1 % ce trimestre.'],
    ['Letters go to press@mill-lade.example or to +33 4 00 00 00 00.', 'Écrire à presse@moulin-lade.example ou au +33 4 00 00 00 00.'],
    ['The old ferry will be painted before it is sold.', 'The old ferry will be painted before it is sold again.'],
  ]);
  const found = checkMemory(rows, new Map(), teller).filter(({ code }) => code === 'wrong-language');
  expect(found.map(({ bead }) => bead)).toEqual([203]);
  // Whatever the teller says of a short one, a third language is not believed.
  const third = checkMemory(rows, new Map(), () => 'ga').filter(({ code }) => code === 'wrong-language');
  expect(third).toEqual([]);
});
