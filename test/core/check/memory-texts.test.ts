import { expect, it } from 'vitest';
import { checkMemory } from '../../../src/core/check/memory.ts';
import { seenTexts, textHash } from '../../../src/core/check/memory-units/seen-texts.ts';
import { bitextWith } from '../../support/bitexts.ts';

it('copies and contradictions are found, each with the row that it is held against', async () => {
  const rows = bitextWith([
    ['The lock is shut.', 'L’écluse est ouverte à 99 bateaux.'],
    ['The lock is shut.', 'L’écluse est fermée.'],
    ['The lock is shut.', 'L’écluse est close.'],
    ['The lock is shut. ', 'L’écluse est close.'],
    ['The lock is shut.', 'L’écluse est fermée.'],
    ['The lock is shut.', ' L’écluse est close.'],
    ['The lock is shut.', 'Il y a 99 écluses.'],
  ]);
  const isFaulty = ({ target }: { target: string }) => target.includes('99');
  const found = await checkMemory(rows, new Map(), () => null, isFaulty);
  const number = (bead: number | undefined) => rows.beads.findIndex(({ id }) => id === bead) + 1;
  // The first translation is wrong, so that the second one is what others are held against.
  expect(found.map(({ code, bead, other }) => [code, number(bead), number(other)])).toEqual([
    ['other-translation', 3, 2],
    ['duplicate', 5, 2],
    ['other-translation', 6, 2],
  ]);
});

it('texts are known again by their hashes, however many they are', () => {
  const seen = seenTexts();
  const texts = Array.from({ length: 20_000 }, (_, i) => `Row ${i % 7} of ${i}`);
  expect(texts.filter((text, i) => seen.note(textHash(text), i) !== null)).toEqual([]);
  expect(texts.findIndex((text, i) => seen.note(textHash(text), 0) !== i)).toBe(-1);
  expect(textHash('b', textHash('a'))).not.toEqual(textHash('', textHash('ab')));
});
