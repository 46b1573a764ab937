import { pino } from 'pino';
import { type App, createApp } from '../../src/app.ts';
import { readConfig } from '../../src/config/config.ts';
import { movedClock } from '../support/moved-clock.ts';
import { type Answer, orderSchema } from './orders.ts';

// The bot as `qmbot start` makes it, but at an hour that the parent process sets, and drained when the parent says so. It can be
// started again in the same process, over another database: loading the program is what takes the time of a start.
const clock = movedClock('2026-11-23T01:00:00Z');
const log = pino({ level: 'info' });
let app: App | undefined;

async function obey(message: unknown): Promise<Answer | null> {
  const order = orderSchema.parse(message);
  switch (order.order) {
    case 'arm':
    case 'count':
      return null;
    case 'start':
      clock.moveTo(order.now);
      app = await createApp({ config: readConfig(order.settings), log, clock });
      return { answer: 'done', url: app.url };
    case 'clock':
      clock.moveTo(order.now);
      return { answer: 'done', url: '' };
    case 'drain':
      await app?.drain();
      return { answer: 'done', url: '' };
    case 'sweep':
      await app?.sweep();
      return { answer: 'done', url: '' };
    case 'stop':
      await app?.stop();
      return { answer: 'done', url: '' };
    default:
      return order satisfies never;
  }
}

process.on('message', (message) => {
  void obey(message)
    .catch((error: unknown): Answer => ({ answer: 'failed', reason: String(error) }))
    .then((answer) => answer && process.send?.(answer));
});

process.send?.({ answer: 'ready' } satisfies Answer);
