import { describe, expect, it } from 'vitest';
import type { BlockRole } from '../../../src/core/text/blocks.ts';
import { classify } from '../../../src/core/text/kinds.ts';
import { creditFinder } from '../../../src/core/text/page/credits.ts';
import { datelineIn } from '../../../src/core/text/page/dateline.ts';
import { splitParagraphs } from '../../../src/core/text/paragraphs.ts';
import { segmentBlocks } from '../../../src/core/text/segment.ts';
import { english } from '../../support/english.ts';
import { packs, shared } from '../../support/packs.ts';

function kinds(language: string, lines: readonly string[]): string[] {
  const text = lines.join('\n\n');
  const blocks = splitParagraphs(text, shared).map((span) => ({ ...span, role: 'paragraph' as const }));
  return segmentBlocks(text, classify({ text, blocks }, packs(language)), packs(language)).map(
    ({ kind, text }) => `${kind}: ${text}`,
  );
}

describe('classify', () => {
  it('tells a French wire story apart from its page', () => {
    expect(
      kinds('fr', [
        'Le bac reprend la mer',
        'Par Anne Roux',
        'Ouvrez cette photo dans la galerie :',
        'Le bac quitte le port, le 3 mai.Luc Petit/Associated Press',
        'Le bac a repris la mer mardi. Il était temps.',
        'À lire aussi : Les îles attendent',
        'Partager',
        'Laisser un commentaire',
        'Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
      ]),
    ).toEqual([
      'headline: Le bac reprend la mer',
      'byline: Par Anne Roux',
      'boilerplate: Ouvrez cette photo dans la galerie :',
      'caption: Le bac quitte le port, le 3 mai.',
      'credit: Luc Petit/Associated Press',
      'body: Le bac a repris la mer mardi.',
      'body: Il était temps.',
      'boilerplate: À lire aussi : Les îles attendent',
      'boilerplate: Partager',
      'boilerplate: Laisser un commentaire',
      'boilerplate: Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *',
    ]);
  });

  it.each([
    ['en', 'Open this photo in gallery:'],
    ['en', 'Read also: Another story'],
    ['en', 'Sign up for our newsletter'],
    ['fr', 'Abonnez-vous à notre infolettre'],
    ['de', 'Lesen Sie auch: Noch eine Geschichte'],
    ['es', 'Lea también: Otra historia'],
    ['ru', 'Читайте также: Другая история'],
    ['ar', 'إعلان'],
    ['zh', '相关阅读：另一个故事'],
  ])('takes a line of a page in %s for boilerplate: %s', (language, line) => {
    expect(kinds(language, ['A first line of text that stands for the headline', line])[1]).toBe(
      `boilerplate: ${line}`,
    );
  });

  it('knows a deck, headings, lists, quotations and datelines', () => {
    const lines: [string, BlockRole][] = [
      ['The ferry is back', 'paragraph'],
      ['After two years the islands have their boat again.', 'paragraph'],
      ['By Ann Lee', 'paragraph'],
      ['BRANT, Jan. 16 (Reuters) — The ferry sailed on Tuesday. It was full.', 'paragraph'],
      ['What is new', 'heading'],
      ['A larger deck', 'list-item'],
      ['We waited long.', 'quote'],
      ['MOSCOW, 16 January –', 'paragraph'],
    ];
    const text = lines.map(([line]) => line).join('\n\n');
    let at = 0;
    const blocks = lines.map(([line, role]) => {
      const start = at;
      at += line.length + 2;
      return { start, end: start + line.length, role };
    });
    const found = classify({ text, blocks }, packs('en'));
    expect(found.map(({ kind }) => kind)).toEqual([
      'headline',
      'dek',
      'byline',
      'body',
      'heading',
      'list-item',
      'quote',
      'dateline',
    ]);
    expect(english(found[3]?.reason)).toBe('begins with a dateline: BRANT, Jan. 16 (Reuters) —');
    expect(segmentBlocks(text, found, packs('en')).map((sentence) => sentence.text)).toContain(
      'BRANT, Jan. 16 (Reuters) — The ferry sailed on Tuesday.',
    );
  });

  it.each([
    ['MOSCOW, Jan. 16 (Reuters) — The talks', 'MOSCOW, Jan. 16 (Reuters) —'],
    ['MOSCOU — Les pourparlers', 'MOSCOU —'],
    ['Paris (AFP) - Le ministre', 'Paris (AFP) -'],
    ['BERLIN (dpa) – Die Fähre', 'BERLIN (dpa) –'],
    ['МОСКВА, 16 янв — РИА', 'МОСКВА, 16 янв —'],
    ['The minister — a sailor — spoke', ''],
    ['Anna-Lena said so', ''],
  ])('dateline of %s', (block, expected) => expect(datelineIn(block)).toBe(expected));

  it.each([
    ['en', 'The mayor resigned on Monday. She gave no reason.', 'body'],
    ['en', 'By the quay it was dark. Nobody spoke.', 'body'],
    ['fr', 'Le maire a démissionné lundi. Il n’a rien dit.', 'body'],
    ['zh', '市长星期一辞职了。她没有说明原因。', 'body'],
    ['am', 'ከንቲባው ሰኞ ዕለት ለቀቁ። ምክንያቱን አልተናገሩም።', 'body'],
    ['en', 'Storm closes all schools in Brant', 'headline'],
    ['en', '“It’s over.” Mayor resigns after ten years', 'headline'],
    ['en', 'Nobody Slept. Everybody Was Late.', 'headline'],
    ['en', 'It was Edward Moss. He met Caroline Hale. They went home.', 'body'],
    ['en', 'Is this the end? Who is next?', 'headline'],
    ['de', 'Bürgermeister tritt zurück.', 'headline'],
  ])('tells a first paragraph from a headline, in %s: %s', (language, line, kind) => {
    expect(kinds(language, [line, 'The rest of the text stands below it. There is more.'])[0]).toMatch(
      new RegExp(`^${kind}: `),
    );
  });

  it('cuts a headline of several sentences, and leaves a short one whole', () => {
    expect(kinds('en', ['Storm batters the coast. Thousands without power', 'More follows.'])).toEqual([
      'headline: Storm batters the coast.',
      'headline: Thousands without power',
      'body: More follows.',
    ]);
    expect(kinds('en', ['“It’s over.” Mayor resigns', 'More follows.'])[0]).toBe(
      'headline: “It’s over.” Mayor resigns',
    );
  });

  it('takes a byline that ends in an abbreviation for one', () => {
    expect(kinds('en', ['A headline', 'Deck.', 'By Monday the town was empty.', 'Text.']).at(2)).toBe(
      'body: By Monday the town was empty.',
    );
    expect(kinds('en', ['A headline', 'By Martin Lane Jr.', 'By noon it was over.', 'Text.']).slice(1, 3)).toEqual([
      'byline: By Martin Lane Jr.',
      'body: By noon it was over.',
    ]);
  });

  it('takes what people have said of a publisher’s lines before', () => {
    const text = 'A headline\n\nOur stories daily';
    const blocks = [
      { start: 0, end: 10, role: 'paragraph' as const },
      { start: 12, end: 29, role: 'paragraph' as const },
    ];
    const known = new Map([['our stories daily', 'boilerplate' as const]]);
    expect(classify({ text, blocks }, packs('en'), known)[1]).toMatchObject({
      kind: 'boilerplate',
      reason: { text: 'your earlier choice for this publisher' },
    });
  });

  it('does not take an article’s own words for boilerplate', () => {
    const lines = [
      'The headline',
      'Share prices fell on Tuesday. Traders read more into it than there was.',
      'The print run was short.',
    ];
    expect(kinds('en', lines).filter((line) => line.startsWith('boilerplate'))).toEqual([]);
  });
});

describe('a picture credit', () => {
  const creditIn = creditFinder(packs('xx').creditMarks);

  it.each([
    'Maxim Schemetov/The Associated Press',
    'Maxim Schemetov/Associated Press',
    '(AP Photo/Ann Lee)',
    'Photo: Dana Whitlock/Reuters',
    'Reuters',
    'Jean Roux, AFP',
    'Li Wei/Xinhua via Getty Images',
  ])('%s', (line) => expect(creditIn(line)).toBe(0));

  it.each([
    'Reuters reported on Monday that the talks had failed.',
    'He works for the Associated Press in Moscow.',
    'The minister spoke to AFP.',
  ])('not: %s', (line) => expect(creditIn(line)).toBe(-1));
});

describe('the text of a segment', () => {
  const text = (language: string, raw: string) =>
    segmentBlocks(raw, [{ start: 0, end: raw.length, kind: 'body', reason: null }], packs(language)).map(
      ({ text }) => text,
    );

  it.each([
    ['en', 'The govern-\nment fell.', 'The government fell.'],
    ['en', 'The soft\u00adware\u200b broke\u200e.', 'The software broke.'],
    ['fr', '« Oui\u00a0»,\u202fdit-il.', '« Oui\u00a0»,\u202fdit-il.'],
    ['ja', 'これは父の\n家です。', 'これは父の家です。'],
    ['fa', 'می\u200cرود.', 'می\u200cرود.'],
    ['ar', 'قال\u200f نعم.', 'قال\u200f نعم.'],
    ['en', 'e\u0301te\u0301', '\u00e9t\u00e9'],
  ])('%s: %j', (language, raw, expected) => {
    expect(text(language, raw)).toEqual([expected]);
  });
});

describe('splitParagraphs', () => {
  const paragraphs = (text: string) => splitParagraphs(text, shared).map(({ start, end }) => text.slice(start, end));

  it('takes each line for a paragraph', () => {
    expect(paragraphs('One line\nAnother line\r\n\r\nA third\n')).toEqual(['One line', 'Another line', 'A third']);
  });

  it('joins lines that a mail program has wrapped', () => {
    const wrapped =
      'The ministers of nine countries agreed on Thursday to let barges\ncarry more goods along the river after three years of talks that\nhad often come close to failure.';
    expect(paragraphs(`${wrapped}\n\nThe end`)).toEqual([wrapped, 'The end']);
  });

  it('joins a sentence that a scan has broken, and no list', () => {
    expect(paragraphs('It was a dark\nnight on the coast.\nNobody slept')).toEqual([
      'It was a dark\nnight on the coast.',
      'Nobody slept',
    ]);
    expect(paragraphs('bread\nfresh milk\neggs, butter')).toEqual(['bread', 'fresh milk', 'eggs, butter']);
    expect(paragraphs('Shopping\nbread\nmilk')).toEqual(['Shopping', 'bread', 'milk']);
  });
});

describe('lines of small groups', () => {
  const of = (language: string, text: string) => {
    const blocks = splitParagraphs(text, shared).map((span) => ({ ...span, role: 'paragraph' as const }));
    return segmentBlocks(text, classify({ text, blocks }, packs(language)), packs(language)).map(
      ({ kind, text }) => `${kind}: ${text}`,
    );
  };
  const first =
    'The ferry left the harbour at nine on Monday, the first to sail since the storm closed the port in March.';
  const last =
    'Nobody on board had expected it, and the mayor said that the pier would stay open until the end of the year.';

  it('a line below a credit is what the picture shows, links below a label are no text', () => {
    const page = `The ferry sails\n\nReuters\nThe ferry leaving the harbour on Monday\n\n${first}\n\nMore on this story\nIslanders wait for bread\n4 May 2031\nThe bridge that never came\n\n${last}`;
    const lines = of('en', page);
    expect(lines).toContain('caption: The ferry leaving the harbour on Monday');
    expect(lines.slice(-5)).toEqual([
      'boilerplate: More on this story',
      'boilerplate: Islanders wait for bread',
      'boilerplate: 4 May 2031',
      'boilerplate: The bridge that never came',
      `body: ${last}`,
    ]);
  });

  it.each([
    ['es', 'El transbordador, el 4 de mayo. ANA RUIZ (EFE)', 'credit: ANA RUIZ (EFE)'],
    ['zh', '图为五月四日的码头。新华社发', 'credit: 新华社发'],
  ])('in %s a credit behind a caption stands alone', (language, caption, credit) => {
    expect(of(language, `${first}\n\n${caption}\n\n${last}`)).toContain(credit);
  });

  it('a line with a label is no title where others follow it', () => {
    const minutes =
      'Compte rendu de la séance\nComité du port, 4 mai 2031, 18 h\n\nPrésents : A. Roux, B. Petit\nExcusé : C. Morel\n\n1. Budget\nLe budget est adopté.';
    expect(of('fr', minutes)[0]).toBe('headline: Compte rendu de la séance');
  });
});
