import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { eventually } from '../support/eventually.ts';
import type { Act, Harness } from './harness.ts';
import { platforms } from './platforms.ts';
import { APPROVE, card, cardSaying, errorsOf, form, nextForm } from './samples.ts';

const typed = { where: '3号机房', what: '三件备件没有登记' };
const toast: Reply = { kind: 'toast', tone: 'good', text: words('已登记为 FD-2026-0009') };
const kinds = ['command', 'press', 'submit'] as const;

describe.each(platforms)('a reply on $name', ({ open, hurries, busy }) => {
  let harness: Harness;
  let held: (() => void)[];
  beforeEach(async () => {
    held = [];
    harness = await open();
  });
  afterEach(async () => {
    for (const letGo of held) letGo();
    await harness.close();
  });

  async function post() {
    const target = { kind: 'channel', channel: harness.channel } as const;
    const sent = await harness.adapter.post(target, card, 'effect-1', 'zh-CN');
    if (sent.outcome !== 'sent') throw new Error(sent.reason);
    return sent.place;
  }

  /** The handler waits for what this gives back; what still waits at the end is let go. */
  function hold(): (reply: Reply) => void {
    let release = (_reply: Reply): void => undefined;
    const waiting = new Promise<Reply>((resolve) => {
      release = resolve;
    });
    held.push(() => release({ kind: 'nothing' }));
    harness.answerWith(() => waiting);
    return (reply) => release(reply);
  }

  /** Brings a person to where they can act (a form is open before it is handed in), and gives the act. */
  async function ready(kind: (typeof kinds)[number]): Promise<() => Promise<Act>> {
    const place = await post();
    switch (kind) {
      case 'command':
        return () => harness.say('list');
      case 'press':
        return () => harness.press(place, APPROVE);
      case 'submit':
        harness.answerWith(async () => ({ kind: 'form', form }));
        await harness.say('new');
        await eventually(async () => (await harness.sight()).form !== null);
        return () => harness.submit(typed);
      default:
        return kind satisfies never;
    }
  }
  async function replyTo(kind: (typeof kinds)[number], reply: Reply): Promise<void> {
    const act = await ready(kind);
    harness.answerWith(async () => reply);
    await act();
  }
  const told = async () => (await harness.sight()).told.join('\n');

  describe.each(kinds)('after a %s', (kind) => {
    test('toast: the person is told, and a form that was handed in is closed', async () => {
      await replyTo(kind, toast);
      await eventually(async () => expect(await told()).toContain('已登记为 FD-2026-0009'));
      expect((await harness.sight()).form).toBeNull();
      expect((await harness.standing()).join()).not.toContain('FD-2026-0009');
    });

    test('form: it opens, in place of one that was handed in', async () => {
      await replyTo(kind, { kind: 'form', form: nextForm });
      await eventually(async () => expect((await harness.sight()).form).toContain('原因分析'));
      expect((await harness.sight()).form).not.toContain('报告发现项');
    });

    test('errors: the form stands with what was answered and what is wrong', async () => {
      await replyTo(kind, errorsOf(typed));
      await eventually(async () => expect((await harness.sight()).form).toContain('日期不能早于今天。'));
      const { form: shown } = await harness.sight();
      for (const part of ['报告发现项', '这一项要写到房间。', typed.where, typed.what]) expect(shown).toContain(part);
    });

    test('card: only the person sees it, and a form that was handed in is closed', async () => {
      await replyTo(kind, { kind: 'card', card: cardSaying('只给您看', '待我处理') });
      await eventually(async () => expect(await told()).toContain('只给您看'));
      expect((await harness.sight()).form).toBeNull();
      expect(await harness.standing()).toHaveLength(1);
      expect((await harness.standing())[0]).not.toContain('只给您看');
    });

    test('nothing: the person is left alone, and a form that was handed in is closed', async () => {
      await replyTo(kind, { kind: 'nothing' });
      await eventually(async () => expect((await harness.sight()).form).toBeNull());
      expect(await told()).not.toMatch(/错误|error|出了点问题/);
    });
  });

  test('a pressed card is redrawn if the reply includes it and the platform can', async () => {
    await replyTo('press', { ...toast, refresh: cardSaying('李娜已审批') });
    await eventually(async () => expect(await told()).toContain('已登记为 FD-2026-0009'));
    expect(await harness.standing()).toHaveLength(1);
  });

  test.each(kinds)(
    'a handler that throws after a %s: the person gets a number, the next act its answer',
    async (kind) => {
      const act = await ready(kind);
      harness.answerWith(() => Promise.reject(new Error('a secret of ours')));
      await act();
      const shown = async () => `${await told()}\n${(await harness.sight()).form ?? ''}`;
      await eventually(async () => expect(await shown()).toMatch(/\b[0-9a-f]{8}\b/));
      expect(await shown()).not.toContain('a secret');
      harness.answerWith(async () => toast);
      await harness.say('list');
      await eventually(async () => expect(await told()).toContain('已登记为 FD-2026-0009'));
    },
  );

  test.runIf(hurries).each(['press', 'submit'] as const)(
    'a handler that takes too long after a %s: the person is told so within three seconds, then gets the answer',
    async (kind) => {
      const act = await ready(kind);
      const release = hold();
      const { tookMs } = await act();
      expect(tookMs).toBeLessThan(3_000);
      const shown = async () => `${await told()}\n${(await harness.sight()).form ?? ''}`;
      await eventually(async () => expect(await shown()).toMatch(busy));
      release(toast);
      await eventually(async () => expect(await shown()).toContain('已登记为 FD-2026-0009'));
    },
  );

  test('stop lets what is under way come to its end', async () => {
    const act = await ready('press');
    const before = harness.interactions.length;
    const release = hold();
    const pressed = act();
    await eventually(() => harness.interactions.length > before);
    let stopped = false;
    const stopping = harness.adapter.stop().then(() => {
      stopped = true;
    });
    expect(stopped).toBe(false);
    release(toast);
    await Promise.all([stopping, pressed]);
    expect(await told()).toContain('已登记为 FD-2026-0009');
  });
});
