import { describe, expect, it } from 'vitest';
import { readRtf } from '../../src/intake/articles/rtf.ts';
import { decode, decodeBytes } from '../../src/intake/decode.ts';
import { encode } from '../support/encode.ts';

const TEXTS: Readonly<Record<string, string>> = {
  fr: 'Le président a déclaré à la presse que la réforme des retraites serait examinée dès l’été, malgré les critiques de l’opposition. Où étaient-ils ? Personne ne l’a su, et la forêt brûlait déjà près de la côte.',
  pl: 'Minister powiedział, że żaden z zakładów nie zostanie zamknięty, choć źródła w rządzie mówiły o trudnościach. Później odbyło się głosowanie nad całą ustawą i wszyscy posłowie już wyszli.',
  ru: 'Министр сообщил, что переговоры пройдут в Москве на следующей неделе, но подробностей не привёл. Позже стало известно, что делегация уже прибыла и готова обсудить все вопросы повестки дня.',
  uk: 'Міністр повідомив, що переговори відбудуться в Києві наступного тижня, але подробиць не навів. Пізніше стало відомо, що делегація вже прибула і готова обговорити всі питання порядку денного.',
  el: 'Ο υπουργός δήλωσε ότι οι συνομιλίες θα γίνουν στην Αθήνα την επόμενη εβδομάδα, αλλά δεν έδωσε λεπτομέρειες. Αργότερα έγινε γνωστό ότι η αντιπροσωπεία έχει ήδη φτάσει στη χώρα.',
  tr: 'Bakan, görüşmelerin gelecek hafta Ankara’da yapılacağını söyledi, ancak ayrıntı vermedi. Daha sonra heyetin şimdiden ülkeye ulaştığı ve bütün konuları görüşmeye hazır olduğu öğrenildi.',
  he: 'השר הודיע כי השיחות יתקיימו בירושלים בשבוע הבא, אך לא מסר פרטים נוספים. מאוחר יותר נודע כי המשלחת כבר הגיעה לארץ והיא מוכנה לדון בכל הנושאים שעל סדר היום.',
  ar: 'أعلن الوزير أن المحادثات ستجري في القاهرة الأسبوع المقبل، لكنه لم يقدم تفاصيل أخرى. وعلم لاحقا أن الوفد وصل بالفعل إلى البلاد وأنه مستعد لمناقشة جميع القضايا المطروحة.',
  ja: '大臣は来週東京で会談が行われると発表したが、詳細は明らかにしなかった。その後、代表団がすでに到着しており、すべての議題について話し合う用意があることがわかった。',
  zh: '部长宣布会谈将于下周在北京举行，但没有透露更多细节。后来得知，代表团已经抵达，并准备讨论议程上的所有问题。记者在现场看到，许多人正在等待消息。',
  tw: '部長宣布會談將於下週在臺北舉行，但沒有透露更多細節。後來得知，代表團已經抵達，並準備討論議程上的所有問題。記者在現場看到，許多人正在等待消息。',
  ko: '장관은 다음 주에 서울에서 회담이 열릴 것이라고 발표했지만 자세한 내용은 밝히지 않았다. 이후 대표단이 이미 도착했으며 모든 의제를 논의할 준비가 되어 있다는 사실이 알려졌다.',
};

const CASES: readonly (readonly [encoding: string, language: string])[] = [
  ['utf-16le', 'fr'],
  ['utf-16be', 'fr'],
  ['utf-16le', 'ru'],
  ['utf-16be', 'ru'],
  ['utf-16le', 'ja'],
  ['windows-1252', 'fr'],
  ['iso-8859-15', 'fr'],
  ['windows-1250', 'pl'],
  ['iso-8859-2', 'pl'],
  ['windows-1251', 'ru'],
  ['koi8-r', 'ru'],
  ['iso-8859-5', 'ru'],
  ['windows-1251', 'uk'],
  ['windows-1253', 'el'],
  ['iso-8859-7', 'el'],
  ['windows-1254', 'tr'],
  ['windows-1255', 'he'],
  ['windows-1256', 'ar'],
  ['shift_jis', 'ja'],
  ['gb18030', 'zh'],
  ['big5', 'tw'],
  ['euc-kr', 'ko'],
];

it('Windows-1252 has its quotation marks, dashes and the euro where Latin-1 has controls', () => {
  const text = 'He said: “It’s 5 € — or ‘more’ … Œuvre”. Voilà l’été, déjà, à la forêt près de la côte.';
  const places: Readonly<Record<string, number>> = {
    '“': 0x93,
    '”': 0x94,
    '‘': 0x91,
    '’': 0x92,
    '€': 0x80,
    '—': 0x97,
    '…': 0x85,
    Œ: 0x8c,
  };
  const bytes = Uint8Array.from([...text].map((char) => places[char] ?? char.charCodeAt(0)));
  const rtf = `{\\rtf1\\ansi\\ansicpg1252 ${[...bytes].map((byte) => `\\'${byte.toString(16)}`).join('')}}`;
  for (const encoding of ['windows-1252', 'iso-8859-1', undefined]) {
    expect(decode(bytes, 'a.txt', encoding).text).toBe(text);
  }
  expect(readRtf(rtf).paragraphs).toEqual([{ text, role: 'paragraph' }]);
});

describe.each(CASES)('%s in %s', (encoding, language) => {
  const written = (length: number) => {
    const bytes = encode(TEXTS[language]!.slice(0, length), encoding);
    // What the encoding cannot write is no part of the test.
    return { bytes, text: decodeBytes(bytes, encoding) };
  };

  it('is read rightly from 200 letters', () => {
    const { bytes, text } = written(200);
    expect(decode(bytes, 'a.txt').text).toBe(text);
  });

  it('is read rightly from 20 letters, or said to be a guess', () => {
    const { bytes, text } = written(20);
    const read = decode(bytes, 'a.txt');
    if (read.text !== text) expect(read.findings.map(({ code }) => code)).toEqual(['encoding-guessed']);
  });

  it('is read as a person says', () => {
    const { bytes, text } = written(200);
    expect(decode(bytes, 'a.txt', undefined, encoding)).toEqual({ text, encoding, findings: [] });
  });
});

describe('a byte order mark', () => {
  it.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('decides for %s', (encoding, mark) => {
    for (const length of [20, 200]) {
      const text = TEXTS['fr']!.slice(0, length);
      const read = decode(Uint8Array.from([...mark, ...encode(text, encoding)]), 'a.txt');
      expect(read).toEqual({ text, encoding, findings: [] });
    }
  });
});

it('UTF-32 is read where its mark says so', () => {
  for (const little of [true, false]) {
    const text = '\ufeffÉté 🙂';
    const view = new DataView(new ArrayBuffer(4 * [...text].length));
    [...text].forEach((letter, i) => void view.setUint32(4 * i, letter.codePointAt(0)!, little));
    expect(decode(new Uint8Array(view.buffer), 'a.txt').text).toBe('Été 🙂');
  }
});

it('a file whose lines are of two encodings is read line by line, but one in another alphabet is not taken for such', () => {
  const utf8 = [...new TextEncoder().encode('L’été est là. Le pré coûte 5 €.\n')];
  const western = [...encode('Le café fermé à Sète.\n', 'windows-1252')];
  const { text, findings } = decode(Uint8Array.from([...utf8, ...western]), 'a.txt');
  expect(text).toBe('L’été est là. Le pré coûte 5 €.\nLe café fermé à Sète.\n');
  expect(findings.map(({ code }) => code)).toEqual(['encoding-mixed']);
  const russian = [...encode(TEXTS.ru!, 'windows-1251')];
  expect(decode(Uint8Array.from([...utf8, ...russian]), 'a.txt').findings.map(({ code }) => code)).not.toContain(
    'encoding-mixed',
  );
});
