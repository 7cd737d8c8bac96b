import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { msg } from '../../src/core/message.ts';
import { type Catalogue, inEnglish, translator } from '../../src/core/translator.ts';
import { messageFrom, storedMessage } from '../../src/store/stored-message.ts';

const { t: inFrench } = translator('fr', JSON.parse(readFileSync('data/messages/fr.json', 'utf8')) as Catalogue);

describe('a stored message', () => {
  it('comes back as it was', () => {
    const message = msg('Undid: {label}', { label: msg('Changed “{term}”', { term: 'Merged two rows' }) });
    expect(messageFrom(storedMessage(message))).toEqual(message);
  });

  it('has the words of today where they have changed since', () => {
    expect(messageFrom('{"text":"Wrote a note on {count} rows","values":{"count":3}}')).toEqual(
      msg('Added a note to {count} rows', { count: 3 }),
    );
  });

  it('that is none is shown as it is', () => {
    expect(inFrench(messageFrom('{"words": "After"}'))).toBe('{"words": "After"}');
    expect(inFrench(messageFrom('After'))).toBe('After');
  });
});

describe('a finished sentence of version 0.1', () => {
  it.each([
    ['Confirmed a row', 'Confirmed a row', 'Ligne confirmée'],
    ['Confirmed 3 rows', 'Confirmed 3 rows', '3 lignes confirmées'],
    ['Merged 1200 rows', 'Merged 1,200 rows', '1\u202f200 lignes fusionnées'],
    ['Undid: Merged two rows', 'Undid: Merged two rows', 'Annulé\u00a0: Deux lignes fusionnées'],
    ['Redid: Laid out 2 rows anew', 'Redid: Rearranged 2 rows', 'Rétabli\u00a0: 2 lignes réorganisées'],
    ['Realigned', 'Realigned a passage', 'Passage réaligné'],
    ['Took a change back', 'Undid a change', 'Modification annulée'],
    ['Imported house.tbx', 'Imported house.tbx', 'house.tbx importé'],
    ['The alignment was cancelled.', 'The alignment was cancelled.', 'L’alignement a été annulé.'],
  ])('%s', (sentence, english, french) => {
    const message = messageFrom(sentence);
    expect([inEnglish(message), inFrench(message)]).toEqual([english, french]);
  });

  it.each(['After', 'quote', 'Export', '3 concepts', 'Deleted “it”', 'two\nlines'])(
    'keeps the term that it names: %s',
    (term) => {
      expect(inFrench(messageFrom(`Changed “${term}”`))).toBe(`«\u00a0${term}\u00a0» modifié`);
    },
  );
});
