import { testSentenceEnds } from '../../support/sentence-ends.ts';

/** Eras, countries, firms, hours and references at a sentence's end, before a word that no list of first words has. */
testSentenceEnds({
  en: [
    'Coins from 44 B.C. were on show. | The hoard dates to 31 B.C. | Archaeologists are divided.',
    'The office in Salem, Ore. closed. | Its staff moved to Boise, Idaho.',
    'She moved to Washington, D.C. | Colleagues miss her.',
    'The vote closed at 9 p.m. | Turnout was low.',
    'The race starts at 9 a.m. Eastern time on Saturday. | Runners meet earlier.',
    'Shares fell at Harlow Tools Corp. | Traders were not surprised.',
    'Harlow Tools Corp. Chief Executive Ann Bell resigned.',
  ],
  fr: ['La tour date du XIVe s. | Charles V y logea.', 'Le temple fut bâti en 52 av. J.-C. | Rome régnait.'],
  es: ['Vive en EE. UU. | Trabaja de noche.', 'El templo es del 44 a. C. | Fue saqueado.'],
  pt: ['O governador, Eng. A. C. Brito, viajou para os E.U.A. | Voltará sexta.'],
  sv: ['Staden grundades 44 f.Kr. | Romarna kom senare.', 'År 44 f.Kr. Brutus dödade honom.'],
  fi: ['1. toukokuuta ja 2. kesäkuuta on vapaata.', '1. Avaa ovi. | 2. Sulje ikkuna.'],
  cs: [
    'Stálo to 340 tis. Kč, tedy málo.',
    'Pracuje v Mlýnech Dub, a. s. | Vydělává dobře.',
    'Hrad vznikl r. 44 př. Kr. | Římané ho zbořili.',
  ],
  hr: ['Prodaju sir, kruh i sl. | Tržnica je zatvorena.', 'Ivan i dr. Ana Horvat nisu došli.'],
  sr: ['Продају сир, хлеб и др. | Пијаца је затворена.', 'Адвокат М. С. Илић ћути.'],
  sk: ['Schôdza sa začne o 19. hod. | Vstup je voľný.'],
  hu: ['A Btk. 3. § (2) bek. tiltja. | Május 20-ig lehet fellebbezni. | (Az ügyész is megteheti.)'],
  ru: ['Город основан в 44 г. до н. э. | Римляне пришли позже.', 'Картошка по 40 руб. за кг. | Покупателей мало.'],
  ja: ['「誰が払うのか？」市長は言った。', '誰が払うのか？ | 市長は黙った。'],
  de: ['Eine Anfrage des Abg. Dr. F. Uhl liegt vor. | Siehe S. 4 ff. | Danach folgt mehr.'],
  pl: ['W latach 70. XX w. kościół odbudowano. | Mówi asp. szt. Ewa Kos.'],
  hi: ['“कोई क्यों नहीं आया?” विपक्ष पूछ रहा है। | जवाब नहीं मिला।'],
  zh: ['“好在人都平安。”72岁的船工李福说。 | 雨停了。'],
  ko: ['"잊을 수가 없어요." | 그는 말을 잇지 못했다.', '"갑니다." 그는 말했다.'],
});
