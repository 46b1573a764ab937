import { renderCard as consoleCard } from '../../adapters/console/render/render-card.ts';
import { renderForm as consoleForm } from '../../adapters/console/render/render-form.ts';
import { renderCard as feishuCard } from '../../adapters/feishu/render/render-card.ts';
import { renderForm as feishuForm } from '../../adapters/feishu/render/render-form.ts';
import { renderCard as slackCard } from '../../adapters/slack/render/render-card.ts';
import type { PictureForm } from '../../adapters/slack/render/render-chart.ts';
import { renderForm as slackForm } from '../../adapters/slack/render/render-form.ts';
import { renderHome } from '../../adapters/slack/render/render-home.ts';
import type { Uploaded } from '../../src/charts/picture-uploads.ts';
import type { Platform } from '../../src/chat/interaction.ts';
import type { Locale } from '../../src/i18n/locale.ts';
import type { Card as FeishuCard } from '../stand-ins/feishu/card-schema.ts';
import { checkCard } from '../stand-ins/feishu/check-card.ts';
import type { HomeBody, ModalBody } from '../stand-ins/slack/block-schemas.ts';
import { type Content, checkContent, checkHome, checkView } from '../stand-ins/slack/check.ts';
import { drawConsoleMarkup } from './draw-console.ts';
import { drawFeishuCard } from './draw-feishu.ts';
import { drawSlackMessage, drawSlackView } from './draw-slack.ts';
import type { Sample, Shown } from './sample.ts';
import { type Column, sideBySide } from './side-by-side.ts';

/** What Slack was given, after it has taken it: throws what Slack would refuse. */
export type OnSlack =
  | { readonly kind: 'message'; readonly message: Content }
  | { readonly kind: 'home'; readonly home: HomeBody }
  | { readonly kind: 'view'; readonly view: ModalBody };

/** What handwriting is shown by, as if it had been uploaded. */
export function uploadedOf(shown: Shown): Uploaded {
  const blocks = shown.kind === 'card' ? shown.card.blocks : [];
  return new Map(blocks.filter((block) => block.kind === 'handwriting').map((block, at) => [block, `F0000000${at}`]));
}

/** Renders for Slack, and holds it against what Slack refuses. */
export function showOnSlack(
  shown: Shown,
  locale: Locale,
  pictures: PictureForm = { as: 'native', files: uploadedOf(shown) },
): OnSlack {
  if (shown.kind === 'card' && shown.home) {
    return { kind: 'home', home: checkHome(renderHome({ kind: 'card', card: shown.card }, locale)) };
  }
  if (shown.kind === 'card') return { kind: 'message', message: checkContent(slackCard(shown.card, locale, pictures)) };
  return { kind: 'view', view: checkView(slackForm(shown.form, locale)) };
}

/** Renders for Feishu, and holds it against what Feishu refuses: with the weight that the request would have. */
export function showOnFeishu(shown: Shown, locale: Locale): FeishuCard {
  const card =
    shown.kind === 'card'
      ? feishuCard(shown.card, locale, { direct: true, mark: 'm0123456789abcdef', pictures: uploadedOf(shown) })
      : feishuForm(shown.form, locale, shown.errors ? { fields: shown.errors } : {});
  const request = { receive_id: 'o'.repeat(35), msg_type: 'interactive', content: JSON.stringify(card) };
  return checkCard(card, Buffer.byteLength(JSON.stringify(request)), { user: () => true, picture: () => true });
}

/** Renders for the console, as markup. */
export function showOnConsole(shown: Shown, locale: Locale): string {
  const markup =
    shown.kind === 'card'
      ? consoleCard(shown.card, locale)
      : consoleForm(shown.form, locale, { fields: shown.errors ?? {} });
  return markup.toString();
}

/** A sample on all platforms, beside each other. */
export function draw({ name, as, locale, on }: Sample): string {
  const columns: Readonly<Record<Platform, Column>> = {
    slack: { head: 'Slack', lines: drawSlack(on('slack'), locale) },
    feishu: { head: 'Feishu', lines: drawFeishuCard(showOnFeishu(on('feishu'), locale)) },
    console: { head: 'Console', lines: drawConsoleMarkup(showOnConsole(on('console'), locale)) },
  };
  return sideBySide(`${name}: ${as}`, [columns.slack, columns.feishu, columns.console]);
}

function drawSlack(shown: Shown, locale: Locale): string[] {
  const taken = showOnSlack(shown, locale);
  if (taken.kind === 'message') return drawSlackMessage(taken.message);
  if (taken.kind === 'home') return drawSlackMessage({ text: 'home', ...taken.home });
  return drawSlackView(taken.view, shown.kind === 'form' ? shown.errors : {});
}
