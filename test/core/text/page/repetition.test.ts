import { describe, expect, it } from 'vitest';
import { repetitionOf } from '../../../../src/core/text/page/repetition.ts';

describe('what comes again on a page', () => {
  it('is told by its words, its words with other numbers, or as a part of a longer line', () => {
    const lines = [
      'The mayor said the quay would open in May. “We have waited nine years for it,” she added, “and we can wait one more.”',
      '“We have waited nine years for it, and we can wait one more”',
      'Reply 12',
      'Share',
      'Reply 30',
      'Nobody spoke after that, and the meeting ended.',
      'Share',
      'in May',
    ];
    expect(repetitionOf(lines)).toEqual([null, 'within', 'like', 'same', 'like', null, 'same', null]);
  });

  it('needs fewer letters where a script says more with each', () => {
    expect(repetitionOf(['村长说：“桥修好了，路却没了。”大家都笑了。', '桥修好了，路却没了', '大家'])).toEqual([
      null,
      'within',
      null,
    ]);
  });

  it('is only looked for in order and within one line', () => {
    const lines = [
      'First came the rain, then the wind, and the bridge fell at noon.',
      'then the wind, First came the rain',
    ];
    expect(repetitionOf(lines)).toEqual([null, null]);
  });
});
