import { expect, it } from 'vitest';
import { checkMemory } from '../../../src/core/check/memory.ts';
import { languageTeller } from '../../../src/intake/detect-language.ts';
import { bitextWith } from '../../support/bitexts.ts';
import { packs } from '../../support/packs.ts';

it('a sentence is of another language only where more than one word or an address says so', async () => {
  const teller = await languageTeller(packs('en').shared);
  const rows = bitextWith([
    ['The boat turned to the left and left the basin.', 'Le bateau a viré vers la gauche et a quitté le bassin.'],

    [
      'Letters go to press@mill-lade.example or to +33 4 00 00 00 00.',
      'Écrire à presse@moulin-lade.example ou au +33 4 00 00 00 00.',
    ],
    ['The old ferry will be painted before it is sold.', 'The old ferry will be painted before it is sold again.'],
  ]);
  const found = (await checkMemory(rows, new Map(), teller)).filter(({ code }) => code === 'wrong-language');
  expect(found.map(({ bead }) => bead)).toEqual([203]);
});
