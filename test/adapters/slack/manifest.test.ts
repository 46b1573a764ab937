import { expect, test } from 'vitest';
import { slackManifest } from '../../../adapters/slack/manifest.ts';

const options = {
  publicUrl: 'https://qm.example.com',
  commands: ['qm', 'finding', 'action'].map((name) => ({
    name,
    description: { 'zh-CN': '记录', en: 'Records' },
    hint: 'new | NUMBER',
  })),
  socketMode: false,
};

test('over HTTP every request goes to /slack/events', () => {
  expect(slackManifest(options)).toMatchObject({
    features: {
      slash_commands: [
        { command: '/qm', url: 'https://qm.example.com/slack/events' },
        { command: '/finding', url: 'https://qm.example.com/slack/events' },
        {
          command: '/action',
          description: '记录 / Records',
          usage_hint: 'new | NUMBER',
          url: 'https://qm.example.com/slack/events',
        },
      ],
    },
    settings: {
      event_subscriptions: {
        request_url: 'https://qm.example.com/slack/events',
        bot_events: ['app_home_opened', 'app_mention', 'message.im'],
      },
      interactivity: { is_enabled: true, request_url: 'https://qm.example.com/slack/events' },
      socket_mode_enabled: false,
    },
  });
});

test('offers a shortcut everywhere and two on a message, and a home', () => {
  expect(slackManifest(options)).toMatchObject({
    features: {
      app_home: { home_tab_enabled: true },
      shortcuts: [
        { type: 'global', callback_id: 'finding.new', name: '报告发现项 / New finding' },
        { type: 'message', callback_id: 'evidence.finding', name: '记为不符合项 / Record finding' },
        { type: 'message', callback_id: 'evidence.add', name: '补充到记录 / Add to record' },
      ],
    },
  });
});

test('in Socket Mode no address is named', () => {
  const manifest = JSON.stringify(slackManifest({ ...options, socketMode: true }));
  expect(manifest).not.toContain('example.com');
  expect(manifest).toContain('"socket_mode_enabled":true');
});

test('asks for the scopes that something needs, and for no other', () => {
  expect(slackManifest(options)).toHaveProperty('oauth_config.scopes.bot', [
    'commands',
    'chat:write',
    'im:write',
    'im:history',
    'app_mentions:read',
    'channels:history',
    'groups:history',
    'files:read',
    'files:write',
    'users:read',
    'users:read.email',
  ]);
});

test('its texts are as short as Slack wants them', () => {
  // https://docs.slack.dev/reference/app-manifest (2026-11-23): description 140, a command 32 characters.
  expect(slackManifest(options)).toHaveProperty('display_information.description', expect.stringMatching(/^.{1,140}$/));
  // A shortcut's name 24 characters, its description 150. https://docs.slack.dev/interactivity/implementing-shortcuts (2026-11-23)
  const name = expect.stringMatching(/^.{1,24}$/);
  const description = expect.stringMatching(/^.{1,150}$/);
  const { shortcuts } = Object(Object(slackManifest(options)).features);
  for (const shortcut of shortcuts) expect(shortcut).toMatchObject({ name, description });
});
