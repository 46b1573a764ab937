import type { Locale } from '../../src/i18n/locale.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';

export interface FeishuSetupOptions {
  /** The public address of the bot, needed in mode `http`. */
  readonly publicUrl?: string;
  readonly mode: 'http' | 'ws';
  readonly nouns: readonly string[];
  /** The language of the reasons. */
  readonly locale: Locale;
}

/** A permission to ask for in the developer console. */
export interface FeishuScope {
  readonly scope: string;
  readonly reason: string;
  /** The bot works without it, minus what the reason says. */
  readonly optional: boolean;
}

/** What an administrator sets in the developer console (https://open.feishu.cn/app). */
export interface FeishuSetup {
  readonly scopes: readonly FeishuScope[];
  /** How events and callbacks are received; `address` is for both. */
  readonly subscription: { readonly mode: 'http' | 'ws'; readonly address?: string };
  readonly events: readonly { readonly event: string; readonly reason: string }[];
  readonly callbacks: readonly { readonly callback: string; readonly reason: string }[];
  /** The bot's standing menu ("bot > custom menu"): each entry of the kind "push event", with this key. */
  readonly menu: readonly { readonly name: string; readonly event_key: string }[];
}

interface ScopeRequest {
  readonly scope: string;
  readonly reason: MessageKey;
  readonly optional?: true;
}

/**
 * The minimum that each call and event requires; the pages of the calls name it, as does
 * https://open.feishu.cn/document/ukTMukTMukTM/uYTM5UjL2ETO14iNxkTN/scope-list (2026-11-23)
 */
const scopeRequests: readonly ScopeRequest[] = [
  { scope: 'im:message:send_as_bot', reason: 'feishu.setup.send' },
  { scope: 'im:resource', reason: 'feishu.setup.files' },
  { scope: 'im:message.p2p_msg:readonly', reason: 'feishu.setup.readDirect' },
  { scope: 'im:message.group_at_msg:readonly', reason: 'feishu.setup.readMentions' },
  { scope: 'im:message:readonly', reason: 'feishu.setup.history' },
  { scope: 'im:message.group_msg', reason: 'feishu.setup.historyGroups', optional: true },
  { scope: 'contact:contact.base:readonly', reason: 'feishu.setup.person' },
  { scope: 'contact:user.base:readonly', reason: 'feishu.setup.person' },
  { scope: 'contact:user.id:readonly', reason: 'feishu.setup.link', optional: true },
  { scope: 'contact:user.email:readonly', reason: 'feishu.setup.email', optional: true },
  { scope: 'contact:user.phone:readonly', reason: 'feishu.setup.mobile', optional: true },
];

/**
 * The keys are the actions of the buttons that do the same. Feishu allows three top-level entries, with up to five
 * below each. https://open.feishu.cn/document/client-docs/bot-v3/bot-customized-menu (2026-11-23)
 */
const menu: readonly { readonly key: MessageKey; readonly event_key: string }[] = [
  { key: 'feishu.menu.new', event_key: 'finding.new' },
  { key: 'feishu.menu.work', event_key: 'qm.mine' },
  { key: 'feishu.menu.approvals', event_key: 'qm.approvals' },
  { key: 'feishu.menu.overdue', event_key: 'qm.overdue' },
];

/** What to set up for the bot in Feishu's developer console, with the reason for each item. */
export function feishuSetup({ publicUrl, mode, nouns, locale }: FeishuSetupOptions): FeishuSetup {
  const commands = ['qm', ...nouns].map((noun) => `/${noun}`).join(translate(locale, 'common.listSeparator'));
  return {
    scopes: scopeRequests.map(({ scope, reason, optional = false }) => ({
      scope,
      reason: translate(locale, reason),
      optional,
    })),
    subscription: {
      mode,
      ...(mode === 'http' && publicUrl !== undefined && { address: new URL('/feishu/events', publicUrl).href }),
    },
    events: [
      { event: 'im.message.receive_v1', reason: translate(locale, 'feishu.setup.message', { commands }) },
      { event: 'application.bot.menu_v6', reason: translate(locale, 'feishu.setup.menu') },
    ],
    callbacks: [{ callback: 'card.action.trigger', reason: translate(locale, 'feishu.setup.press') }],
    menu: menu.map(({ key, event_key }) => ({ name: translate(locale, key), event_key })),
  };
}
