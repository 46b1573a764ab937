import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Outbox } from '../../src/outbox/outbox.ts';
import { openPostOffice, type PostOffice, post } from './post-office.ts';
import { type PostFault, type ScriptedAdapter, type Standing, scriptAdapter } from './scripted-adapter.ts';

let office: PostOffice;
beforeAll(async () => {
  office = await openPostOffice();
});
afterAll(() => office.close());

interface Process {
  readonly adapter: ScriptedAdapter;
  readonly outbox: Outbox;
}

const later = { outcome: 'later', afterMs: 2_000, scope: 'workspace', reason: '503' } as const;
const fault = fc.constantFrom<PostFault>('lost', 'throws', later, { outcome: 'unknown', reason: 'connection reset' });

/** What may happen: work by either process, faults of the platform, decisions, a process that is stopped, time. */
const event = fc.oneof(
  fc.record({ kind: fc.constant('work' as const), by: fc.constantFrom(0, 1) }),
  fc.record({ kind: fc.constant('work both' as const) }),
  fc.record({ kind: fc.constant('post fault' as const), by: fc.constantFrom(0, 1), fault }),
  fc.record({ kind: fc.constant('refresh fault' as const), by: fc.constantFrom(0, 1) }),
  fc.record({ kind: fc.constant('decide' as const), receiver: fc.constantFrom('quality', 'other') }),
  fc.record({ kind: fc.constant('replace' as const), by: fc.constantFrom(0, 1) }),
  fc.record({ kind: fc.constant('wait' as const), ms: fc.constantFrom(1_000, 10_000, 40_000) }),
);

test('no matter what goes wrong: nothing is lost, nothing is posted twice, order holds, and the cards show the newest version', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(event, { minLength: 5, maxLength: 25 }), async (events) => {
      await office.clear();
      const messages: Standing[] = [];
      const start = (): Process => {
        const adapter = scriptAdapter(office.clock, 'console', messages);
        return { adapter, outbox: office.outbox([adapter]) };
      };
      const processes: [Process, Process] = [start(), start()];
      const id = await office.record([post('card')]);
      const wanted: string[] = [];

      for (const happening of events) {
        switch (happening.kind) {
          case 'work':
            await processes[happening.by === 0 ? 0 : 1].outbox.drain();
            break;
          case 'work both':
            await Promise.all(processes.map(({ outbox }) => outbox.drain()));
            break;
          case 'post fault':
            processes[happening.by === 0 ? 0 : 1].adapter.postFaults.push(happening.fault);
            break;
          case 'refresh fault':
            processes[happening.by === 0 ? 0 : 1].adapter.refreshFaults.push(later);
            break;
          case 'decide': {
            const key = `n${wanted.length}-${happening.receiver}`;
            wanted.push(key);
            await office.decide(id, [
              post(key, { purpose: 'notice', target: { kind: 'channel', channel: happening.receiver } }),
            ]);
            break;
          }
          case 'replace': {
            const place = happening.by === 0 ? 0 : 1;
            await processes[place].outbox.stop();
            processes[place] = start();
            break;
          }
          case 'wait':
            office.clock.advance(happening.ms);
            break;
          default:
            return happening satisfies never;
        }
      }
      for (const { adapter } of processes) {
        adapter.postFaults.length = 0;
        adapter.refreshFaults.length = 0;
      }
      for (let round = 0; round < 12; round++) {
        for (const { outbox } of processes) await outbox.drain();
        office.clock.advance(120_000);
      }

      const keys = messages.map(({ key }) => key);
      expect([...keys].sort()).toEqual(['card', ...wanted].sort());
      for (const receiver of ['quality', 'other']) {
        const inOrder = (list: string[]) => list.filter((key) => key.endsWith(receiver));
        expect(inOrder(keys)).toEqual(inOrder(wanted));
      }
      const { cards, effects, pending, version } = await office.load(id);
      expect({ effects, pending, cards }).toMatchObject({
        effects: [],
        pending: 0,
        cards: [{ key: 'card', shownVersion: version }],
      });
      expect(messages.find(({ key }) => key === 'card')?.card.title).toContain(` v${version} `);
    }),
    { numRuns: 25 },
  );
}, 120_000);
