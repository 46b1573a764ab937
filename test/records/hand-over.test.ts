import { beforeEach, expect, test } from 'vitest';
import { action } from '../../src/quality/action/action.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { heldItem } from '../../src/records/decide/held-item.ts';
import { verifyHistory } from '../../src/records/decide/verify-history.ts';
import { findingIn } from '../quality/finding/finding-in.ts';
import { type Finding, openPureEngine, type PureEngine } from '../worlds/pure-engine.ts';

let desk: PureEngine;
let issued: Finding;

beforeEach(() => {
  desk = openPureEngine();
  const bare = findingIn(desk, 'issued');
  issued = desk.make(bare, 'wang-lei', 'assign', { handler: 'liu-yang', coWriters: ['xu-fang'] });
});

/** The finding after the system handed over what somebody held. */
const handedOver = (record: Finding, from: string, to: string | null) =>
  desk.make(record, 'system', 'handOver', { from, to });

test('the handler, the co-writers and the owners of planned actions hold a finding by name, the head does not', () => {
  expect(heldItem(finding, issued, 'liu-yang')).toMatchObject({ as: ['finding.role.handler'], alone: true });
  expect(heldItem(finding, issued, 'xu-fang')).toMatchObject({
    as: ['people.post.coWriter', 'finding.role.actionOwner'],
    alone: true,
  });
  expect(heldItem(finding, issued, 'wang-lei')).toBeNull();
});

test('of several owners by office each holds it, and nobody needs to be named in their place', () => {
  const reported = desk.report();
  expect(heldItem(finding, reported, 'chen-jing')).toMatchObject({ as: ['record.role.owner'], alone: false });
});

test('the title of a restricted record stays out of the list', () => {
  expect(heldItem(finding, { ...issued, restricted: true }, 'liu-yang')?.title).toBe('');
});

test('the successor is handler and owner, is notified, and the history says that the system did it', () => {
  const verdict = desk.ask(finding, issued, 'system', 'handOver', { from: 'liu-yang', to: 'huang-tao' });
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  const { record, entry, intents } = verdict;
  expect(record.data).toMatchObject({ handlerId: 'huang-tao', coWriterIds: ['xu-fang'] });
  expect(record.ownerIds).toEqual(['huang-tao']);
  expect(entry).toMatchObject({
    move: 'handOver',
    actor: { kind: 'system' },
    changes: [{ path: 'handlerId', value: 'huang-tao' }],
  });
  expect(intents.some((intent) => intent.kind === 'post' && intent.personId === 'huang-tao')).toBe(true);
  expect(verifyHistory(record.history, record)).toEqual([]);
});

test('a co-writer is replaced, once where the taker writes already', () => {
  expect(handedOver(issued, 'xu-fang', 'huang-tao').data.coWriterIds).toEqual(['huang-tao']);
  const two = desk.make(issued, 'wang-lei', 'assign', { handler: 'liu-yang', coWriters: ['xu-fang', 'huang-tao'] });
  expect(handedOver(two, 'xu-fang', 'huang-tao').data.coWriterIds).toEqual(['huang-tao']);
});

test('with nobody to take over nothing that was theirs by name changes', () => {
  expect(handedOver(issued, 'liu-yang', null).data).toEqual(issued.data);
});

test('nobody hands over by hand, in any role', () => {
  for (const who of ['wang-lei', 'li-na', 'zhou-min', 'liu-yang']) {
    const verdict = desk.ask(finding, issued, who, 'handOver', { from: 'liu-yang', to: who });
    expect(verdict).toMatchObject({ verdict: 'refused', refusal: { key: 'refusal.noSuchMove' } });
  }
});

test('an action that is handed over tells its finding, so that the new owner does not verify it', () => {
  const planned = {
    finding: issued.number,
    departmentId: 'omd',
    kind: 'corrective',
    what: '更新交接单模板',
    ownerId: 'xu-fang',
    dueDay: '2026-12-04',
  };
  const raised = desk.create(action, 'system', planned, `${issued.number}-A1`);
  expect(heldItem(action, raised, 'xu-fang')).toMatchObject({ as: ['action.role.owner'], alone: true });
  const verdict = desk.ask(action, raised, 'system', 'handOver', { from: 'xu-fang', to: 'huang-tao' });
  if (verdict.verdict !== 'done') throw new Error(JSON.stringify(verdict));
  expect(verdict.record.data.ownerId).toBe('huang-tao');
  expect(verdict.intents).toContainEqual(
    expect.objectContaining({
      kind: 'signal',
      move: 'actionMoved',
      number: issued.number,
      input: { number: raised.number, ownerId: 'huang-tao' },
    }),
  );
});
