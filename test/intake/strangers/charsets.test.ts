import { describe, expect, it } from 'vitest';
import { readFile } from '../../../src/intake/articles/read-file.ts';
import { decode } from '../../../src/intake/decode.ts';
import { encode } from '../../support/encode.ts';
import { bytesOf } from '../../support/files.ts';
import { shared } from '../../support/packs.ts';

const TEXTS = {
  ru: 'Мэр сообщил, что старый причал закроют до весны. Жители района недовольны: теперь им придётся ездить в объезд. Когда начнётся ремонт, пока неизвестно.',
  uk: 'Мер повідомив, що старий причал зачинять до весни. Мешканці району незадоволені: тепер їм доведеться їздити в об’їзд. Коли почнеться ремонт, її ще не питали.'.replaceAll(
    '’',
    "'",
  ),
  th: 'นายกเทศมนตรีกล่าวว่าท่าเรือเก่าจะปิดจนถึงฤดูใบไม้ผลิ ชาวบ้านไม่พอใจเพราะต้องเดินทางอ้อมไกลขึ้นทุกวัน',
  fr: 'Le maire a annoncé que la vieille jetée fermerait dès l’été. Où iront les pêcheurs ? « Personne ne le sait », a-t-il répondu, gêné, à la presse réunie près du château.',
  de: 'Der Bürgermeister erklärte, die alte Brücke werde bis zum Frühjahr geschlossen. Für die Anwohner heißt das: täglich große Umwege über die Nachbardörfer, ärgerlich und gefährlich.',
  es: 'El alcalde anunció que el viejo muelle cerrará hasta la próxima primavera. ¿Qué harán los pescadores? Según él, nadie lo sabe todavía; mañana habrá otra reunión en el pequeño ayuntamiento.',
  pl: 'Burmistrz ogłosił, że stare molo zostanie zamknięte aż do wiosny. Mieszkańcy są źli, bo każdego dnia będą musieli jeździć naokoło. Nie wiadomo, kiedy zaczną się prace.',
  cs: 'Starosta oznámil, že staré molo bude až do jara zavřené. Lidé se zlobí, protože budou muset každý den jezdit oklikou. Kdy začnou práce, zatím není známo, řekl mluvčí úřadu.',
  ja: '市長は、古い桟橋を春まで閉鎖すると発表した。住民は毎日遠回りをしなければならず、不満の声が上がっている。',
} as const;

const UNDECLARED: readonly (readonly [language: keyof typeof TEXTS, encoding: string])[] = [
  ['ja', 'iso-2022-jp'],
  ['uk', 'koi8-u'],
  ['ru', 'koi8-r'],
  ['th', 'windows-874'],
  ['ru', 'ibm866'],
  ['ru', 'x-mac-cyrillic'],
  ['fr', 'cp850'],
  ['de', 'cp850'],
  ['es', 'cp437'],
  ['pl', 'cp852'],
  ['cs', 'cp852'],
  ['fr', 'macintosh'],
  ['de', 'macintosh'],
  ['es', 'macintosh'],
  ['ru', 'windows-1251'],
  ['fr', 'windows-1252'],
  ['de', 'windows-1252'],
  ['es', 'windows-1252'],
  ['cs', 'windows-1250'],
];

/** What an encoding has no place for is written otherwise by those who use it. */
const writable = (text: string, encoding: string) =>
  /^cp/u.test(encoding) ? text.replaceAll('’', "'").replaceAll(' ?', ' ?') : text;

describe('a text that says nothing of its encoding', () => {
  it.each(UNDECLARED)('%s in %s is read by its bytes, with a warning', (language, encoding) => {
    const text = writable(TEXTS[language], encoding);
    const read = decode(encode(text, encoding), 'a.txt');
    expect(read.text).toBe(text);
    expect(read.findings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });
});

const page = (charset: string, text: string) =>
  `<html><head><meta charset="${charset}"><title>X</title></head><body><article><h1>X</h1><p>${text}</p><p>${text}</p></article></body></html>`;

describe('a declaration that the bytes contradict', () => {
  it.each([
    ['ru', 'utf-8', 'windows-1251'],
    ['fr', 'utf-8', 'windows-1252'],
    ['ja', 'utf-8', 'shift_jis'],
    ['ru', 'iso-8859-1', 'windows-1251'],
    ['ru', 'windows-1251', 'koi8-r'],
    ['th', 'iso-8859-1', 'windows-874'],
    ['ja', 'iso-8859-1', 'euc-jp'],
    ['fr', 'x-unknown', 'windows-1252'],
  ] as const)('%s: said to be %s, is %s', async (language, declared, encoding) => {
    const { text, findings } = await readFile(encode(page(declared, TEXTS[language]), encoding), 'a.html', shared);
    expect(text).toContain(TEXTS[language]);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.severity).toBe('warning');
  });

  it.each([
    ['fr', 'iso-8859-1', 'windows-1252'],
    ['de', 'windows-1252', 'windows-1252'],
    ['pl', 'iso-8859-2', 'iso-8859-2'],
    ['uk', 'koi8-u', 'koi8-u'],
    ['ja', 'shift_jis', 'shift_jis'],
    ['fr', 'macintosh', 'macintosh'],
  ] as const)('%s: what is said to be %s and is, is read so without a word', async (language, declared, encoding) => {
    const { text, findings } = await readFile(encode(page(declared, TEXTS[language]), encoding), 'a.html', shared);
    expect(text).toContain(TEXTS[language]);
    expect(findings).toEqual([]);
  });

  it('a few bytes of another encoding in UTF-8 are read by that one, with a warning', () => {
    const bytes = Uint8Array.from([...bytesOf(`${TEXTS.fr} Et voil`), 0xe0, ...bytesOf(' : fini.')]);
    const { text, findings } = decode(bytes, 'a.txt');
    expect(text).toBe(`${TEXTS.fr} Et voilà : fini.`);
    expect(findings).toHaveLength(1);
  });
});

describe('a mail', () => {
  const joined = (...parts: (string | Uint8Array)[]) =>
    Uint8Array.from(parts.flatMap((part) => [...(typeof part === 'string' ? bytesOf(part) : part)]));
  const read = async (bytes: Uint8Array) => {
    const { text, findings } = await readFile(bytes, 'a.eml', shared);
    return { text, warned: findings.length > 0 };
  };
  const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');

  it('without a charset is read by its bytes', async () => {
    const head = 'From: a@example.org\r\nSubject: Test\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n';
    expect(await read(joined(head, encode(TEXTS.ja, 'iso-2022-jp')))).toEqual({
      text: `Test\n\n${TEXTS.ja}`,
      warned: true,
    });
    expect(await read(joined(head, encode(TEXTS.ru, 'koi8-r')))).toEqual({ text: `Test\n\n${TEXTS.ru}`, warned: true });
    expect(await read(joined(head, TEXTS.fr))).toEqual({ text: `Test\n\n${TEXTS.fr}`, warned: false });
  });

  it('of several parts is read part by part, whatever they say', async () => {
    const mail = joined(
      'From: a@example.org\nSubject: Test\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary="=_b"\n\n--=_b\nContent-Type: text/plain; charset="us-ascii"\nContent-Transfer-Encoding: 8bit\n\n',
      encode(TEXTS.ru, 'windows-1251'),
      '\n--=_b\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n',
      base64(bytesOf('<p>Other</p>')),
      '\n--=_b--\n',
    );
    expect(await read(mail)).toEqual({ text: `Test\n\n${TEXTS.ru}`, warned: true });
  });

  it('has a subject that was cut within a letter, or is raw', async () => {
    const rest = '\r\nMIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nText.';
    const bytes = bytesOf('Новости причала');
    const cut = `Subject: =?UTF-8?B?${base64(bytes.subarray(0, 9))}?=\r\n =?UTF-8?B?${base64(bytes.subarray(9))}?=`;
    expect((await read(joined(`From: a@example.org\r\n${cut}${rest}`))).text).toBe('Новости причала\n\nText.');
    expect((await read(joined('From: a@example.org\r\nSubject: ', bytes, rest))).text).toBe('Новости причала\n\nText.');
    const long = 'Новости старого причала и его жителей';
    expect((await read(joined('From: a@example.org\r\nSubject: ', encode(long, 'windows-1251'), rest))).text).toBe(
      `${long}\n\nText.`,
    );
    const japanese = '古い桟橋の知らせ';
    expect((await read(joined('From: a@example.org\r\nSubject: ', encode(japanese, 'iso-2022-jp'), rest))).text).toBe(
      `${japanese}\n\nText.`,
    );
  });
});
