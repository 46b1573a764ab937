import type { HomeView } from '@slack/types';
import type { Card } from '../../../src/chat/card.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { type Text, words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { limits } from '../limits.ts';
import type { SlackBlock } from './data-visualization.ts';
import { renderBlock } from './render-block.ts';
import { createButtonDrawer } from './render-button.ts';
import { createChartDrawer } from './render-chart.ts';
import { plainText, richText, richTextOf, section } from './render-text.ts';
import { refuseBeyond } from './unfit.ts';

/**
 * A person's home tab. https://docs.slack.dev/reference/views/home-tab-views (2026-11-23)
 * @throws AppError `slack.unfit` if there is more than one view holds.
 */
export function renderHome(reply: Reply, locale: Locale): HomeView {
  const blocks = blocksOf(reply, locale);
  refuseBeyond('blocks of the home', blocks.length, limits.blocksPerView);
  return { type: 'home', callback_id: 'qmbot.home', blocks };
}

function blocksOf(reply: Reply, locale: Locale): SlackBlock[] {
  switch (reply.kind) {
    case 'card':
      return cardBlocks(reply.card, locale);
    case 'toast':
      return paragraph(reply.text, locale);
    case 'form':
    case 'errors':
      return paragraph(words(reply.form.title), locale);
    case 'nothing':
      return [];
    default:
      return reply satisfies never;
  }
}

function cardBlocks(card: Card, locale: Locale): SlackBlock[] {
  const measure = { text: 300, lines: 20 };
  // Slack's own charts work in messages only.
  const drawChart = createChartDrawer({ as: 'words' }, locale, measure);
  const drawing = { locale, measure, drawButton: createButtonDrawer(), drawChart };
  const header: SlackBlock = { type: 'header', text: plainText(card.title, limits.header) };
  return [header, ...card.blocks.flatMap((block) => renderBlock(block, drawing))];
}

function paragraph(text: Text, locale: Locale): SlackBlock[] {
  return [richTextOf(section(richText(text, limits.text, locale)))];
}
