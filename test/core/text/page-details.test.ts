import { describe, expect, it } from 'vitest';
import { classify } from '../../../src/core/text/kinds.ts';
import { datelineSentences } from '../../../src/core/text/page/dateline.ts';
import { detailsIn } from '../../../src/core/text/page/page-details.ts';
import { isSigned } from '../../../src/core/text/page/signed.ts';
import { splitParagraphs } from '../../../src/core/text/paragraphs.ts';
import { segmentBlocks } from '../../../src/core/text/segment.ts';
import { packs, shared } from '../../support/packs.ts';

const BODY =
  'The lighthouse at Porth Ennis was sold on Monday for a single pound, to the only bidder who came to the auction in the village hall.';

function details(language: string, date: string, foot = 'Contact us') {
  const text = ['Home', 'News', 'Lighthouse sold for a pound', date, 'Share', BODY, BODY, 'Most read', foot].join(
    '\n\n',
  );
  const blocks = splitParagraphs(text, shared).map((span) => ({ ...span, role: 'paragraph' as const }));
  const pack = packs(language);
  return detailsIn(text, classify({ text, blocks }, pack), pack);
}

describe('the day of an article is read from the lines above it', () => {
  it.each([
    ['en', 'Published 3 May 2024, 6.15 p.m.', '2024-05-03'],
    ['en', 'May 3, 2024 | Updated May 4, 2024', '2024-05-03'],
    ['fr', 'Publié le 1er août 2023 à 18:42', '2023-08-01'],
    ['fr', 'Mis en ligne le 13/02/2024 à 18:42', '2024-02-13'],
    ['de', 'Stand: 16.08.2022 14:00 Uhr', '2022-08-16'],
    ['es', 'Málaga - 05 jul 2023 - 17:40', '2023-07-05'],
    ['pt', '27 de março de 2021, 10h05', '2021-03-27'],
    ['ru', '18 ноября 2021, 12:30', '2021-11-18'],
    ['zh', '2023年7月5日 08:15', '2023-07-05'],
    ['ko', '입력 2024.02.16. 오전 9:10', '2024-02-16'],
    ['en', '2024-05-03T10:00', '2024-05-03'],
  ])('%s: %s', (language, line, day) => expect(details(language, line).published).toBe(day));

  it.each([
    ['a date that may be read in two ways', 'Published 03/05/2024'],
    ['no year', 'Published 3 May, 6.15 p.m.'],
    ['no such day', 'Published 31 February 2024'],
  ])('and is left open with %s', (_, line) => expect(details('en', line).published).toBe(''));
});

describe('the publisher is read from the sign of copyright below the text', () => {
  it.each([
    ['© 2025 Ennis Post', 'Ennis Post'],
    ['© Ennis Post Ltd. 2019–2025. All rights reserved', 'Ennis Post Ltd'],
    ['Copyright © 2025 Ennis Post | Contact', 'Ennis Post'],
    ['Contact the Ennis Post', ''],
  ])('%s', (line, publisher) => expect(details('en', 'Share', line).publisher).toBe(publisher));
});

describe('lines that editors sign with', () => {
  it.each(['ab/cde/fg', '(jkl)', 'rs/tu (vw)', '(Reporting by Ann Lee; Editing by B. Orr and Paul Nash)'])(
    '%s',
    (line) => expect(isSigned(line)).toBe(true),
  );

  it.each(['(see below)', 'Ann Lee', '(He left; she stayed.)', 'Reporting by Ann Lee is praised; others are not.'])(
    'not: %s',
    (line) => expect(isSigned(line)).toBe(false),
  );
});

describe('a dateline with stops of its own', () => {
  const cut = (language: string, text: string) =>
    segmentBlocks(text, [{ start: 0, end: text.length, kind: 'body', reason: null }], packs(language)).map(
      (sentence) => sentence.text,
    );

  it('is no sentence by itself', () => {
    expect(cut('en', 'Port Ennis, 30 January 2025. The lighthouse was sold. It is old.')).toEqual([
      'Port Ennis, 30 January 2025. The lighthouse was sold.',
      'It is old.',
    ]);
    expect(cut('ru', 'ПОРТ-ЭННИС, 2 марта. /Маяк-информ/. Маяк продан. Он стар.')).toEqual([
      'ПОРТ-ЭННИС, 2 марта. /Маяк-информ/. Маяк продан.',
      'Он стар.',
    ]);
  });

  it('has a day in it', () => {
    expect(datelineSentences(['In the end, she left.', 'It was late.'], packs('en'))).toBe(0);
    expect(datelineSentences(['He came on Monday, 3 May.', 'It was late.'], packs('en'))).toBe(0);
  });
});
