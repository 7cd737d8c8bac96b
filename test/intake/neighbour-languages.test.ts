import { describe, expect, it } from 'vitest';
import { detectLanguage } from '../../src/intake/detect-language.ts';

describe('a language is told from its neighbours', () => {
  it.each([
    ['nn', 'Ho såg ikkje ferja før ho sokk. Dei andre var alt på land, og ingen vart skadde.'],
    ['nb', 'Hun så ikke ferja før den sank. De andre var alt på land, og ingen ble skadet.'],
    ['mk', 'Владата вели дека мостот ќе се отвори во јуни, а не во мај.'],
    ['bg', 'Правителството казва, че мостът ще бъде отворен през юни, а не през май.'],
    ['ms', 'Kerajaan mengumumkan bahawa jambatan itu akan dibuka pada bulan Jun, kata polis.'],
    ['id', 'Pemerintah mengumumkan bahwa jembatan itu akan dibuka pada bulan Juni, kata menteri.'],
    ['gl', 'A ponte non abrirá ata xuño, segundo unha nota do concello.'],
    ['pt', 'A ponte não abrirá até junho, segundo uma nota da câmara.'],
    ['es', 'El puente no abrirá hasta junio, según una nota del ayuntamiento.'],
    ['yi', 'דאָס שיפֿל איז געזונקען פֿאַר טאָג. קיינער איז נישט געוואָרן פֿאַרוואונדעט.'],
    ['he', 'המעבורת טבעה עם שחר. איש לא נפגע, אמר השר.'],
    ['ne', 'सरकारले पुल असारमा खुल्ने बताएको छ र यो राम्रो हो।'],
    ['hi', 'सरकार ने कहा है कि पुल जून में खुलेगा और यह अच्छा है।'],
    ['af', 'Die raad sê die brug sal nie voor Junie oopgaan nie.'],
    ['nl', 'De brug is nog niet open en het is koud, zei de minister.'],
    ['ru', 'как дела'],
  ])('%s: %s', async (language, text) => {
    expect((await detectLanguage(text)).language).toBe(language);
  });
});
