import { describe, expect, it } from 'vitest';
import { countLetters } from '../../src/core/text/letters.ts';
import { readFile } from '../../src/intake/articles/read-file.ts';
import { bytesOf, docx, latin1, odt, type PdfLine, pdf, wordParagraphs } from '../support/files.ts';
import { shared } from '../support/packs.ts';

/** Articles of a headline, two paragraphs and a list, in many scripts; in order: headline, paragraph, paragraph, items. */
const ARTICLES: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Pier shut for the winter',
    'The council closed the old pier on Monday, after 112 years. Nobody had expected it.',
    'Mr. B. Orr (71) said: “We fished here.” He left at 4.15 p.m.',
    'No boats',
    '3 kiosks',
  ],
  fr: [
    'La jetée fermée pour l’hiver',
    'La mairie a fermé lundi la vieille jetée, après 112 ans. Personne ne s’y attendait.',
    'M. Orr, 71 ans, l’a dit : « On pêchait ici. » Il est parti à 16 h 15.',
    'Aucun bateau',
    '3 kiosques',
  ],
  de: [
    'Seebrücke bleibt im Winter zu',
    'Die Stadt schloss am Montag die alte Seebrücke, nach 112 Jahren. Niemand hatte das erwartet.',
    'Herr Orr (71) sagte: „Wir haben hier gefischt.“ Er ging um 16.15 Uhr.',
    'Keine Boote',
    '3 Buden',
  ],
  es: [
    'El muelle cierra en invierno',
    'El ayuntamiento cerró el lunes el viejo muelle, tras 112 años. Nadie lo esperaba.',
    '«Aquí pescábamos», dijo el señor Orr, de 71 años. ¿Y ahora qué?',
    'Sin barcos',
    '3 quioscos',
  ],
  pt: [
    'O cais fecha no inverno',
    'A câmara fechou na segunda-feira o velho cais, ao fim de 112 anos. Ninguém o esperava.',
    '“Pescávamos aqui”, disse o senhor Orr, de 71 anos.',
    'Sem barcos',
    '3 quiosques',
  ],
  it: [
    'Il molo chiude d’inverno',
    'Lunedì il comune ha chiuso il vecchio molo, dopo 112 anni. Nessuno se l’aspettava.',
    '«Qui pescavamo», ha detto il signor Orr, 71 anni. Poi è andato via.',
    'Niente barche',
    '3 chioschi',
  ],
  nl: [
    'Pier dicht voor de winter',
    'De gemeente sloot maandag de oude pier, na 112 jaar. Niemand had het verwacht.',
    '‘We visten hier’, zei de heer Orr (71). Hij vertrok om 16.15 uur.',
    'Geen boten',
    '3 kiosken',
  ],
  sv: [
    'Piren stängd för vintern',
    'Kommunen stängde i måndags den gamla piren, efter 112 år. Ingen hade väntat det.',
    '”Vi fiskade här”, sade herr Orr, 71 år. Han gick kl. 16.15.',
    'Inga båtar',
    '3 kiosker',
  ],
  da: [
    'Molen lukket til vinter',
    'Kommunen lukkede mandag den gamle mole efter 112 år. Det havde ingen ventet.',
    '»Vi fiskede her«, sagde hr. Orr på 71 år.',
    'Ingen både',
    '3 kiosker',
  ],
  fi: [
    'Laituri kiinni talvella',
    'Kaupunki sulki maanantaina vanhan laiturin 112 vuoden jälkeen. Kukaan ei odottanut sitä.',
    '”Kalastimme täällä”, sanoi 71-vuotias herra Orr.',
    'Ei veneitä',
    '3 kioskia',
  ],
  pl: [
    'Molo zamknięte na zimę',
    'Miasto zamknęło w poniedziałek stare molo, po 112 latach. Nikt się tego nie spodziewał.',
    '„Łowiliśmy tu ryby”, powiedział 71-letni pan Orr.',
    'Żadnych łodzi',
    '3 kioski',
  ],
  cs: [
    'Molo je v zimě zavřené',
    'Město v pondělí zavřelo staré molo, po 112 letech. Nikdo to nečekal.',
    '„Chytali jsme tu ryby,“ řekl jednasedmdesátiletý pan Orr.',
    'Žádné lodě',
    '3 stánky',
  ],
  tr: [
    'İskele kışın kapalı',
    'Belediye pazartesi günü 112 yıllık eski iskeleyi kapattı. Bunu kimse beklemiyordu.',
    '“Burada balık tutardık,” dedi 71 yaşındaki Bay Orr.',
    'Tekne yok',
    '3 büfe',
  ],
  ru: [
    'Причал закрыт на зиму',
    'В понедельник город закрыл старый причал, которому 112 лет. Этого никто не ждал.',
    '«Мы здесь рыбачили», — сказал г-н Орр, 71 год. Он ушёл в 16:15.',
    'Лодок нет',
    '3 киоска',
  ],
  uk: [
    'Причал зачинено на зиму',
    'У понеділок місто зачинило старий причал, якому 112 років. Ніхто цього не чекав.',
    '«Ми тут рибалили», — сказав пан Орр, 71 рік.',
    'Човнів немає',
    '3 кіоски',
  ],
  el: [
    'Η προβλήτα κλείνει τον χειμώνα',
    'Ο δήμος έκλεισε τη Δευτέρα την παλιά προβλήτα, ύστερα από 112 χρόνια. Κανείς δεν το περίμενε.',
    '«Εδώ ψαρεύαμε», είπε ο κύριος Ορ, 71 ετών.',
    'Καμία βάρκα',
    '3 περίπτερα',
  ],
  ar: [
    'إغلاق الرصيف في الشتاء',
    'أغلقت البلدية يوم الاثنين الرصيف القديم بعد 112 عاماً. لم يتوقع أحد ذلك.',
    'قال السيد أور، 71 عاماً: «كنا نصطاد هنا».',
    'لا قوارب',
    '3 أكشاك',
  ],
  he: [
    'המזח סגור בחורף',
    'העירייה סגרה ביום שני את המזח הישן, אחרי 112 שנים. איש לא ציפה לכך.',
    '״דגנו כאן״, אמר מר אור, בן 71.',
    'אין סירות',
    '3 דוכנים',
  ],
  zh: [
    '码头冬季关闭',
    '市政府周一关闭了有112年历史的旧码头。谁也没有想到。',
    '“我们以前在这里钓鱼，”71岁的奥尔先生说。',
    '没有船',
    '3个小卖部',
  ],
  ja: [
    '桟橋、冬は閉鎖',
    '市は月曜日、112年の歴史をもつ古い桟橋を閉鎖した。誰も予想していなかった。',
    '「ここで釣りをしたものです」と71歳のオアさんは言った。',
    '船はない',
    '売店3軒',
  ],
  ko: [
    '부두 겨울 동안 폐쇄',
    '시는 월요일 112년 된 낡은 부두를 폐쇄했다. 아무도 예상하지 못했다.',
    '“여기서 낚시를 했지요.” 71세 오어 씨가 말했다.',
    '배 없음',
    '매점 3곳',
  ],
  hi: [
    'सर्दियों में घाट बंद',
    'नगर ने सोमवार को 112 साल पुराना घाट बंद कर दिया। किसी को इसकी उम्मीद नहीं थी।',
    '“हम यहाँ मछली पकड़ते थे,” 71 वर्षीय श्री ऑर ने कहा।',
    'कोई नाव नहीं',
    '3 दुकानें',
  ],
};

const html = (text: string) => text.replace(/[&<]/gu, (char) => `&#${char.charCodeAt(0)};`);
const page = ([head = '', one = '', two = '', ...items]: readonly string[]) =>
  `<h1>${html(head)}</h1><p>${html(one)}</p><p>${html(two)}</p><ul>${items.map((item) => `<li>${html(item)}</li>`).join('')}</ul>`;
const lines = (texts: readonly string[]) => texts.join('\n\n');
const rtfText = (text: string) =>
  [...text].map((char) => (char < '\x80' ? char : `\\u${(char.charCodeAt(0) << 16) >> 16}?`)).join('');
const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64').replace(/.{76}/gu, '$&\r\n');
const mail = (type: string, body: string) =>
  `From: Desk <desk@paper.example>\r\nMIME-Version: 1.0\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n${base64(body)}\r\n`;

const FORMATS: Readonly<Record<string, (texts: readonly string[]) => readonly [name: string, bytes: Uint8Array]>> = {
  'plain text': (texts) => ['a.txt', bytesOf(lines(texts))],
  'UTF-16': (texts) => ['a.txt', Uint8Array.from(Buffer.from(`\ufeff${lines(texts)}`, 'utf16le'))],
  Markdown: ([head, one, two, ...items]) => [
    'a.md',
    bytesOf(`# ${head}\n\n${one}\n\n${two}\n\n${items.map((item) => `- **${item}**`).join('\n')}\n`),
  ],
  'Markdown with HTML': ([head, ...texts]) => ['a.md', bytesOf(`# ${head}\n\n<div>\n\n${lines(texts)}\n\n</div>\n`)],
  page: (texts) => ['a.html', bytesOf(`<!doctype html><meta charset="utf-8"><body>${page(texts)}</body>`)],
  'page with an article': (texts) => [
    'a.html',
    bytesOf(`<!doctype html><meta charset="utf-8"><body><main><article>${page(texts)}</article></main></body>`),
  ],
  Word: (texts) => ['a.docx', docx(wordParagraphs(...texts.map(html)))],
  OpenDocument: (texts) => ['a.odt', odt(texts.map((text) => `<text:p>${html(text)}</text:p>`).join(''))],
  'rich text': (texts) => [
    'a.rtf',
    latin1(`{\\rtf1\\ansi\\uc1 {\\fonttbl{\\f0 Arial;}}${texts.map((text) => `${rtfText(text)}\\par `).join('')}}`),
  ],
  mail: (texts) => ['a.eml', bytesOf(mail('text/plain', lines(texts)))],
  'mail in HTML': (texts) => ['a.eml', bytesOf(mail('text/html', `<body>${page(texts)}</body>`))],
};

const lettersOf = (texts: readonly string[]) => texts.reduce((sum, text) => sum + countLetters(text), 0);

describe.each(Object.entries(FORMATS))('letters of a file that is %s', (_, write) => {
  it.each(Object.entries(ARTICLES))('in, letters out: %s', async (_language, texts) => {
    const [name, bytes] = write(texts);
    const { text, blocks, findings } = await readFile(bytes, name, shared);
    expect(lettersOf(blocks.map(({ start, end }) => text.slice(start, end)))).toBe(lettersOf(texts));
    expect(findings).toEqual([]);
  });
});

it.each([
  ['no element around it', '<!doctype html><title>t</title><body>…</body>'],
  ['no head', '<html lang="en"><meta charset="utf-8"><body>…</body></html>'],
  [
    'a head that begins late',
    '<html><!-- made by hand --><meta charset="utf-8"><head><title>t</title></head><body>…</body></html>',
  ],
  ['nothing but a body', '<body class="story">…'],
])('reads a page with %s', async (_, frame) => {
  const { text } = await readFile(bytesOf(frame.replace('…', page(ARTICLES['en']!))), 'a.html', shared);
  expect(text).toContain('Nobody had expected it.');
});

describe('letters of a PDF', () => {
  const LATIN = ['en', 'de', 'es', 'pt', 'it', 'nl', 'sv', 'da', 'fi'] as const;
  it.each(LATIN)('in, letters out: %s', async (language) => {
    const texts = ARTICLES[language]!.map((text) => text.replace(/[“”„”’‘«»»]/gu, '"'));
    const drawn = texts.map((text, i): PdfLine => [text, 60, 700 - 40 * i, i === 0 ? 20 : 11]);
    const { text, blocks, findings } = await readFile(pdf([drawn]), 'a.pdf', shared);
    expect(lettersOf(blocks.map(({ start, end }) => text.slice(start, end)))).toBe(lettersOf(texts));
    expect(findings).toEqual([]);
  });
});

describe('letters that get lost are counted', () => {
  it('of a page whose article is kept in part', async () => {
    const hidden = Array.from(
      { length: 12 },
      (_, i) => `<p class="ad-promo sponsor comment">${ARTICLES['en']![1]} ${i}</p>`,
    );
    const html = `<!doctype html><meta charset="utf-8"><main><p>${'The council closed the old pier, after years of talk. '.repeat(6)}</p><div class="comment sidebar">${hidden.join('')}</div></main>`;
    const { text, findings } = await readFile(bytesOf(html), 'a.html', shared);
    const isWhole = hidden.every((_, i) => text.includes(`expected it. ${i}`));
    expect(isWhole || findings.some(({ code }) => code === 'letters-missing')).toBe(true);
  });

  it('of a mail whose plain text is a notice only', async () => {
    const [head, ...rest] = ARTICLES['en']!;
    const part = (type: string, body: string) => `--b\r\nContent-Type: ${type}; charset=utf-8\r\n\r\n${body}\r\n`;
    const source = `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n${part('text/plain', 'No HTML here.')}${part('text/html', page([head!, ...rest]))}--b--\r\n`;
    const { text } = await readFile(bytesOf(source), 'a.eml', shared);
    expect(text).toContain('Nobody had expected it.');
  });
});
