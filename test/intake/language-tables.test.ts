import { eld } from 'eld/medium';
import { expect, it } from 'vitest';
import { languageDetector } from '../../src/intake/language-tables.ts';

it('the detector with its tables as arrays says what the whole library says', async () => {
  const detector = await languageDetector();
  expect(detector).not.toBe(eld);
  const texts = [
    'The ferry to the islands leaves twice a day, wind permitting.',
    "L'amarrage d'été n'est plus assuré depuis qu'on a réparé l'écluse.",
    "L'Ajuntament s'ha reunit aquest matí per parlar del port.",
    'Паром на острова отправляется дважды в день.',
    'تغادر العبّارة إلى الجزر مرتين في اليوم.',
    '渡輪每天開往島嶼兩次。',
    'Prom na wyspy odpływa dwa razy dziennie, jeśli wiatr pozwala.',
    'Ferja til øyene går to ganger om dagen.',
    'Phà ra đảo khởi hành hai lần mỗi ngày.',
    'เรือข้ามฟากไปเกาะออกวันละสองเที่ยว',
    'a',
    '12 34 — …',
    '',
  ];
  const said = (of: Pick<typeof eld, 'detect'>) =>
    texts.map((text) => {
      const found = of.detect(text);
      return [found.language, found.isReliable(), found.getScores()];
    });
  expect(said(detector)).toEqual(said(eld));
});
