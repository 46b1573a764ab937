import { expect, test } from 'vitest';
import { feishuSetup } from '../../../adapters/feishu/setup.ts';

test('asks for the least: every scope once, each with its reason', () => {
  const { scopes } = feishuSetup({ mode: 'ws', nouns: ['finding'], locale: 'en' });
  expect(new Set(scopes.map(({ scope }) => scope)).size).toBe(scopes.length);
  expect(scopes.filter(({ optional }) => !optional).map(({ scope }) => scope)).toEqual([
    'im:message:send_as_bot',
    'im:resource',
    'im:message.p2p_msg:readonly',
    'im:message.group_at_msg:readonly',
    'im:message:readonly',
    'contact:contact.base:readonly',
    'contact:user.base:readonly',
  ]);
  expect(scopes.every(({ reason }) => reason.length > 10)).toBe(true);
});

test('names the address, the event and the callback', () => {
  const setup = feishuSetup({
    publicUrl: 'https://qm.example.com',
    mode: 'http',
    nouns: ['finding', 'action'],
    locale: 'zh-CN',
  });
  expect(setup).toMatchObject({
    subscription: { mode: 'http', address: 'https://qm.example.com/feishu/events' },
    events: [
      { event: 'im.message.receive_v1', reason: '命令：在单聊中或 @机器人 后发送 /qm、/finding、/action' },
      { event: 'application.bot.menu_v6' },
    ],
    callbacks: [{ callback: 'card.action.trigger' }],
    menu: [
      { name: '报告发现项', event_key: 'finding.new' },
      { name: '待我处理', event_key: 'qm.mine' },
      { name: '待我决定', event_key: 'qm.approvals' },
      { name: '已逾期', event_key: 'qm.overdue' },
    ],
  });
});

test('needs no address over the long connection', () => {
  expect(feishuSetup({ mode: 'ws', nouns: [], locale: 'en' }).subscription).toEqual({ mode: 'ws' });
});
