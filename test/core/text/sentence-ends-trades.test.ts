import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../../src/core/text/sentences.ts';
import { packs } from '../../support/packs.ts';
import { testSentenceEnds } from '../../support/sentence-ends.ts';

/** Ranks, degrees and offices, references with letters, units at a sentence's end, and marks that open and close the other way round. */
testSentenceEnds({
  en: [
    'The report (see Fig. 2, p. 14, and App. B) is long. | Read it.',
    'Mix 2 tbsp. of oil with 1 tsp. of salt. | Stir well.',
  ],
  de: [
    'Oberst a. D. Hans Keil, Dipl.-Kfm. Uwe Lang und RA Dr. jur. P. Stein kamen. | Keiner sprach.',
    'Der FC siegte 2:1. | Torschütze war Maier.',
    '»Das stimmt nicht.« | Er ging hinaus.',
    'Die Arbeiten kosten rd. 2,5 Mio. €. | Baubeginn ist im Juni.',
    'Bitte lesen Sie Kap. 3, Abb. 4 u. Tab. 5. | Danach folgt Anh. B.',
    'Er arbeitet bei der Fa. Bosch u. Co. in Stuttgart.',
  ],
  fr: [
    'Le Dr J. Morin, Me Lucie Petit et le Pr. A. Leroy, de l’univ. de Lyon, ont témoigné. | Le procès reprend lundi.',
    'Aux termes de l’art. L. 121-1 du C. civ., al. 2, c’est interdit. | La cour a tranché.',
  ],
  es: ['Ud. decide, dijo Dña. Carmen. | Vds. también.', 'El km. 12 de la ctra. N-340 está cortado.'],
  it: ['S.E. il card. Bo e mons. Re celebrano. | Don P. Lai assiste.'],
  pt: [
    'O Exmo. Sr. Dr. Juiz e a Profa. Dra. Ana Reis falaram. | O Gen. Melo não.',
    'O Cel. Souza, o Maj. Lima e o Sgt. Paz depuseram.',
  ],
  nl: ['Zie pag. 12, hfst. 3 en afb. 4. | De rest volgt.'],
  da: ['»Det er slut.« | Han gik.'],
  sv: ['Enl. 5 kap. 2 § 3 st. brottsbalken är det förbjudet. | Rätten höll med.'],
  nb: ['Prof. dr. med. P. Holm, cand. philol. Ida Bo og adv. H. Juul kom. | Ingen talte.'],
  fi: [
    'Prof. P. Aho, FM Ida Ek, TkT E. Oja ja ev. evp. J. Salo tulivat. | Kukaan ei puhunut.',
    'Hän syntyi v. 44 eaa. Roomassa ja kuoli v. 14 jaa. Nolassa.',
  ],
  pl: ['Prof. dr hab. inż. J. Kos, ks. bp A. Lis, płk rez. B. Mak i st. sierż. E. Wilk przyszli. | Nikt nie mówił.'],
  cs: [
    'Prof. MUDr. Jan Kos, CSc., Ing. Eva Malá, Ph.D., a plk. gšt. B. Mak přišli. | Nikdo nemluvil.',
    'Stojí to cca 3,5 mil. Kč ročně. | To je moc.',
  ],
  ro: ['Locuiește pe str. Lungă nr. 12, bl. 3, sc. A, et. 2, ap. 5. | Are un câine.'],
  bg: ['Живее на ул. „Дълга“ № 12, бл. 3, вх. А, ет. 2, ап. 5. | Има куче.'],
  ru: [
    'Фирму основали в 1999 г. | Г-жа Орлова возглавила её позже.',
    'Согласно п. 2 ч. 3 и прил. № 2, это запрещено. | Суд согласился.',
  ],
  sr: ['Према чл. 5. ст. 2. тач. 3. ЗОО забрањено је. | Суд се сложио.'],
  hr: ['Prema čl. 5. st. 2. toč. 3. ZOO-a zabranjeno je. | Sud se složio.', 'Počinje u 18.30 h. | Dođite na vrijeme.'],
  sl: ['Prof. dr. I. Popovič, univ. dipl. inž. A. Volk in o. Vasilij so prišli. | Nihče ni govoril.'],
  tr: [
    'Bkz. s. 12, böl. 3, şek. 4 ve tab. 5. | Gerisi yok.',
    "Mithat Paşa Cad. No: 12 Kat 3 D. 5'te oturuyor. | Köpeği var.",
  ],
  lt: ['Gimė 44 m. pr. Kr. Romoje, mirė 14 m. po Kr. Noloje.', 'Prasideda 18.30 val. | Ateikite laiku.'],
  lv: ['Sākas plkst. 18.30. | Nāciet laikā.'],
  vi: ['“Ai đấy?” Nam hỏi. | “Tôi đây!” Lan hét lên.'],
  id: ['Lihat hlm. 12, bab 3, gbr. 4, dan tab. 5. | Sisanya hilang.'],
  is: ['Próf. J. Pálsson, dr. A. Mar og sr. B. Jónsson komu. | Enginn talaði.'],
  el: ['Βλ. σ. 12, κεφ. 3, εικ. 4 και πίν. 5. | Τα άλλα λείπουν.'],
  af: ['Dit kos ong. R3,5 m. per jaar. | Dis te veel.'],
});

/** An ellipsis where there are no capitals, lists behind a colon, speech that goes on behind who said it. */
testSentenceEnds({
  ar: ['قال: «لا أدري... ربما غدا». | ثم خرج.', 'سكت الجميع... | وبعد ساعة بدأ المطر.'],
  fa: ['او گفت: «شاید... شاید فردا.» | همه خندیدند.'],
  he: ['"אולי... אולי מחר," אמרה דנה. | כולם צחקו.'],
  ko: ['문을 두드렸는데… 아무도 없었다. | 그는 돌아갔다.', '모두 조용했다… | 한 시간 뒤 비가 왔다.'],
  zh: ['“也许……也许明天。”老师承认。', '大家都沉默了…… | 一小时后下起了雨。', '他想开口……但没有人听。'],
  ja: ['「たぶん……明日です」と彼は言った。', '誰もいなかった…… | 一時間後、雨が降った。'],
  en: [
    'The club wants three things: 1. A new roof. | 2. A bigger hall. | 3. Free parking.',
    'Bring: 1. bread, 2. milk and 3. salt.',
  ],
  ru: ['Нужно вот что: 1. Новая крыша. | 2. Большой зал. | Всё.'],
  uk: ['«Ми чекаємо, — сказав тренер Л. І. Кузь. | — Часу досить». | Усі мовчали.'],
  fi: ['Talon omistaa Rannan Talot Oyj. | Opas on Aino Salo.'],
  id: ['Gempa terjadi pukul 04.17 WIB. | Tak ada korban.'],
});

const CASED = [
  'en',
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'id',
  'vi',
];

describe.each(CASED)('what the pack of %s lists', (language) => {
  const pack = packs(language);
  const cut = (text: string) => splitSentences(text, pack).length;

  it('titles end no sentence before a name', () => {
    const plain = pack.titles.filter((title) => !pack.closing?.includes(title));
    expect(plain.filter((title) => cut(`Xara ${title}. Quorin`) !== 1)).toEqual([]);
  });

  it('what stands before numbers does, in figures or with a sign', () => {
    const words = pack.beforeNumbers.filter((word) => /^\p{L}/u.test(word));
    for (const number of ['12', '№ 3', '§ 4'])
      expect(words.filter((word) => cut(`Xara ${word}. ${number}`) !== 1)).toEqual([]);
  });
});
