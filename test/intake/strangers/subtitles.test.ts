import { describe, expect, it } from 'vitest';
import { isSubtitles, readCueFile, readSubtitles } from '../../../src/intake/articles/subtitles/subtitles.ts';
import { shared } from '../../support/packs.ts';

const cuesOf = (text: string) => readCueFile(text).cues.map(({ start, end, text: said }) => [start, end, said]);
const two = (first: string, second: string) => `1\n${first}\nThe pier\n\n2\n${second}\nis shut.\n`;
const READ = [
  [1000, 2000, 'The pier'],
  [2500, 4000, 'is shut.'],
];

describe('subtitles with odd times', () => {
  it.each([
    ['without milliseconds', two('00:00:01 --> 00:00:02', '00:00:02,5 --> 00:00:04')],
    ['hundredths and a stray colon', two('00:00:01,00 --> 00:00:02,00:', '00:00:02,50 --> 00:00:04,00')],
    ['four digits', two('00:00:01,0000 --> 00:00:02,0000', '00:00:02,5000 --> 00:00:04,0000')],
    ['a short arrow', two('00:00:01,000 -> 00:00:02,000', '00:00:02,500 -> 00:00:04,000')],
    ['a long dash for an arrow', two('00:00:01.000 –> 00:00:02.000', '00:00:02.500 —> 00:00:04.000')],
    ['no spaces at the arrow', two('00:00:01,000-->00:00:02,000', '00:00:02,500-->00:00:04,000')],
    ['spaces in the times', two('00: 00: 01,000 --> 00: 00: 02, 000', '00:00:02 ,500 --> 00:00:04,000')],
    ['colons before the milliseconds', two('00:00:01:000 --> 00:00:02:000', '00:00:02:500 --> 00:00:04:000')],
    ['no hours', two('00:01,000 --> 00:02,000', '0:02,500 --> 0:04,000')],
    ['no counters', '00:00:01,000 --> 00:00:02,000\nThe pier\n\n00:00:02,500 --> 00:00:04,000\nis shut.\n'],
    ['no blank lines', '1\n00:00:01,000 --> 00:00:02,000\nThe pier\n2\n00:00:02,500 --> 00:00:04,000\nis shut.\n'],
    ['neither', '00:00:01,000 --> 00:00:02,000\nThe pier\n00:00:02,500 --> 00:00:04,000\nis shut.\n'],
    [
      'positions behind the times',
      two('00:00:01,000 --> 00:00:02,000 X1:40 X2:600', '00:00:02,500 --> 00:00:04,000 align:start'),
    ],
    [
      'blank lines between all lines',
      '1\n\n00:00:01,000 --> 00:00:02,000\n\nThe pier\n\n2\n\n00:00:02,500 --> 00:00:04,000\n\nis shut.\n',
    ],
    [
      'SubViewer',
      '[INFORMATION]\n[TITLE]x\n[END INFORMATION]\n\n00:00:01.00,00:00:02.00\nThe pier\n\n00:00:02.50,00:00:04.00\nis shut.\n',
    ],
  ])('%s', (_how, text) => {
    expect(isSubtitles(text)).toBe(true);
    expect(cuesOf(text)).toEqual(READ);
  });

  it('are no talk of times', () => {
    expect(isSubtitles('At 12:30 he left.\n\nHe came back --> never.')).toBe(false);
    expect(isSubtitles('1\nThe pier is shut.\n\n2\nIt was old.')).toBe(false);
  });

  it('keep a line of the speech that is a number', () => {
    expect(
      cuesOf('1\n00:00:01,000 --> 00:00:02,000\nHow many?\n7\n\n2\n00:00:02,500 --> 00:00:04,000\n1984\n'),
    ).toEqual([
      [1000, 2000, 'How many?\n7'],
      [2500, 4000, '1984'],
    ]);
  });
});

describe('a bad cue among good ones', () => {
  it.each([
    ['no end', '00:00:02,500 -->'],
    ['letters in the time', '00:00:0a,500 --> 00:00:04,000'],
    ['no time at all', ''],
  ])('is named, and its text kept: %s', (_what, time) => {
    const text = `1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n${time && `${time}\n`}Two.\n\n3\n00:00:05,000 --> 00:00:06,000\nThree.\n`;
    const { cues, bad } = readCueFile(text);
    expect(cues.map(({ text: said }) => said)).toEqual(['One.', 'Two.', 'Three.']);
    expect(bad).toEqual([time ? 6 : 5]);
  });
});

describe('rolling captions', () => {
  const rolling = (...cues: [number, ...string[]][]) =>
    `WEBVTT\n\n${cues.map(([at, ...lines]) => `00:00:0${at}.000 --> 00:00:0${at + 1}.000\n${lines.join('\n')}\n`).join('\n')}`;

  it('come once, where each shows the line before it', () => {
    const text = rolling(
      [1, 'the old pier'],
      [2, 'the old pier', 'of the town'],
      [3, 'of the town', 'is shut'],
      [4, 'is shut', 'for good'],
    );
    expect(readCueFile(text).cues.map(({ text: said }) => said)).toEqual([
      'the old pier',
      'of the town',
      'is shut',
      'for good',
    ]);
  });

  it('come once, where they grow word by word', () => {
    const text = rolling([1, 'the'], [2, 'the old'], [3, 'the old pier'], [4, 'is shut']);
    expect(readCueFile(text).cues.map(({ text: said }) => said)).toEqual(['the old pier', 'is shut']);
  });

  it('are not what somebody says twice', () => {
    const text = rolling([1, 'No.'], [3, 'No.'], [5, 'Why not?']);
    expect(readCueFile(text).cues).toHaveLength(3);
  });
});

it('a title or initials at the end of a subtitle end no sentence', () => {
  const said = (...lines: string[]) =>
    readSubtitles(
      { cues: lines.map((text, i) => ({ start: i * 1000, end: i * 1000 + 900, text })), bad: [], repeated: '' },
      shared.nameWords.titles,
    ).map(({ text }) => text.replaceAll('\n', ' '));
  expect(said('I wrote to Mr.', 'Moss about it.', 'A book by J. R.', 'Pell.', 'He said no.', 'Mr.', 'What?')).toEqual([
    'I wrote to Mr. Moss about it.',
    'A book by J. R. Pell.',
    'He said no.',
    'Mr.',
    'What?',
  ]);
});
