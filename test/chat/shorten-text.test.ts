import { describe, expect, test } from 'vitest';
import { shortenLetters, shortenText } from '../../src/chat/shorten-text.ts';

describe('a shortened text', () => {
  test.each([
    ['The access log of room 3 lacks three whole days', 40, 'The access log of room 3 lacks three…'],
    ['The access log of room 3 lacks three days', 41, 'The access log of room 3 lacks three days'],
    ['The on-call engineer’s handover', 23, 'The on-call engineer’s…'],
    ['The on-call engineer’s handover', 22, 'The on-call…'],
    ['3号机房门禁记录缺了三天', 8, '3号机房门禁记…'],
    ['门禁系统CMDB记录不一致', 8, '门禁系统…'],
    ['Donaudampfschifffahrtsgesellschaft', 10, 'Donaudamp…'],
    ['A Donaudampfschifffahrtsgesellschaft', 10, 'A Donauda…'],
    ['👷👷👷👷', 3, '👷👷…'],
  ])('of letters ends with a whole word: %s in %i', (text, most, expected) => {
    expect(shortenLetters(text, most)).toBe(expected);
  });

  test.each([
    ['机房巡检记录缺失', 9, '机房巡检…'],
    ['Room 机房 inspection', 14, 'Room 机房…'],
    ['short', 5, 'short'],
  ])('counts a wide letter as two where width matters: %s in %i', (text, width, expected) => {
    expect(shortenText(text, width)).toBe(expected);
  });
});
