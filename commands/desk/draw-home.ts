import type { Block, Button, Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { type MessageKey, translate } from '../../src/i18n/translate.ts';
import { findingWords } from '../../src/quality/finding/words.ts';
import type { DeskPart } from '../../src/records/store/desk-repository.ts';
import type { Context } from '../context.ts';
import { isOver, totalText } from '../list/total-text.ts';
import { deskLine } from './desk-line.ts';
import { myApprovals, myOverdue, myWork } from './desk-lists.ts';

/** Whose home it is, and when. */
type Looking = Pick<Context, 'locale' | 'now' | 'org' | 'person'>;

/** How many lines of each part the page shows. */
const TOP = 3;

/** A part's heading, and the action that shows all of it. */
interface Part {
  readonly heading: MessageKey;
  readonly action: string;
  readonly button: MessageKey;
}

const parts = {
  approvals: { heading: 'home.approvals', action: 'qm.approvals', button: 'home.decide' },
  work: { heading: 'home.work', action: 'qm.mine', button: 'home.all' },
  overdue: { heading: 'home.overdue', action: 'qm.overdue', button: 'home.all' },
} as const satisfies Record<string, Part>;

/** The person's own page: a new finding, what waits for them, what they may decide, what is late. */
export async function drawHome(context: Context): Promise<Reply> {
  const [approvals, work, overdue] = await Promise.all([
    myApprovals(context, TOP),
    myWork(context, TOP),
    myOverdue(context, TOP),
  ]);
  return { kind: 'card', card: homeCard({ approvals, work, overdue }, context) };
}

/** The page's content, as a card. */
export function homeCard(
  { approvals, work, overdue }: Readonly<Record<keyof typeof parts, DeskPart>>,
  context: Looking,
): Card {
  const title = translate(context.locale, 'home.title');
  const blocks: Block[] = [
    { kind: 'buttons', buttons: [newFinding(context), help(context)] },
    ...drawPart(parts.approvals, approvals, context),
    ...drawPart(parts.work, work, context),
    ...drawPart(parts.overdue, overdue, context),
  ];
  return { title, tone: 'neutral', summary: title, blocks };
}

function drawPart({ heading, action, button }: Part, { rows, total }: DeskPart, context: Looking): Block[] {
  const { locale } = context;
  const head: Block[] = [
    { kind: 'divider' },
    { kind: 'heading', text: translate(locale, heading, { count: totalText(total, locale) }) },
  ];
  if (total === 0) return [...head, { kind: 'note', text: words(translate(locale, 'home.nothing')) }];
  const label = isOver(total) && button === 'home.all' ? 'list.widen' : button;
  const all: Button = { action, label: translate(locale, label, { count: total }), value: {} };
  return [
    ...head,
    { kind: 'lines', lines: rows.map((row) => deskLine(row, context)) },
    { kind: 'buttons', buttons: [all] },
  ];
}

const newFinding = ({ locale }: Looking): Button => ({
  action: 'finding.new',
  label: translate(locale, findingWords.new.title),
  value: {},
  style: 'primary',
});

const help = ({ locale }: Looking): Button => ({ action: 'qm.help', label: translate(locale, 'home.help'), value: {} });
