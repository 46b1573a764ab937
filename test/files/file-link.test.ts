import { describe, expect, test } from 'vitest';
import { createFileLinks, type FileGrant } from '../../src/files/file-link.ts';
import { movedClock } from '../support/moved-clock.ts';

const secret = Buffer.alloc(32, 7);
const grant: FileGrant = { number: 'FD-2026-0001', evidence: 'E1', personId: 'li-na' };
const MINUTE = 60_000;

function open() {
  const clock = movedClock('2026-11-23T01:00:00Z');
  return { clock, links: createFileLinks(secret, clock) };
}

/** The same token, granting something else, under the signature it had. */
function rewritten(token: string, change: (content: unknown[]) => unknown[]): string {
  const [payload = '', signature = ''] = token.split('.');
  const content = JSON.parse(Buffer.from(payload, 'base64url').toString()) as unknown[];
  return `${Buffer.from(JSON.stringify(change(content))).toString('base64url')}.${signature}`;
}

describe('a link’s token', () => {
  test('grants what it was made for', () => {
    const { links } = open();
    expect(links.read(links.sign(grant))).toEqual(grant);
  });

  test('grants it for ten minutes, to the last moment, and says afterwards that its time is over', () => {
    const { links, clock } = open();
    const token = links.sign(grant);
    clock.advance(10 * MINUTE);
    expect(links.read(token)).toEqual(grant);
    clock.advance(1);
    expect(links.read(token)).toBe('over');
  });

  test.each([
    ['another record', 0, 'FD-2026-0002'],
    ['another file of the record', 1, 'E2'],
    ['another person', 2, 'huang-tao'],
    ['a longer time', 3, Date.parse('2027-11-23T01:00:00Z')],
  ])('grants nothing when it is rewritten for %s', (_what, at, value) => {
    const { links } = open();
    const forged = rewritten(links.sign(grant), (content) => content.with(at, value));
    expect(links.read(forged)).toBeNull();
  });

  test('grants nothing once its time is over, however its end is rewritten', () => {
    const { links, clock } = open();
    const token = links.sign(grant);
    clock.advance(11 * MINUTE);
    const forged = rewritten(token, (content) => content.with(3, clock.now().getTime() + MINUTE));
    expect(links.read(forged)).toBeNull();
  });

  test('grants nothing with one letter of it changed, wherever', () => {
    const { links } = open();
    const token = links.sign(grant);
    const dot = token.indexOf('.');
    for (const at of [0, dot - 2, dot + 1, dot + 20]) {
      const letter = token[at] === 'A' ? 'B' : 'A';
      expect(links.read(token.slice(0, at) + letter + token.slice(at + 1)), `letter ${at}`).toBeNull();
    }
  });

  test('grants nothing that was signed with another secret', () => {
    const { links, clock } = open();
    expect(links.read(createFileLinks(Buffer.alloc(32, 8), clock).sign(grant))).toBeNull();
  });

  test.each(['', '.', 'a', 'a.', '.a', 'a.b.c', '../../etc/passwd', `${'x'.repeat(5000)}.${'y'.repeat(5000)}`])(
    'grants nothing where it is %j',
    (token) => {
      expect(open().links.read(token)).toBeNull();
    },
  );
});
