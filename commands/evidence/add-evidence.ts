import type { Card } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { translate } from '../../src/i18n/translate.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import type { NewEvidence } from '../../src/records/decide/evidence.ts';
import { type Context, sayTo } from '../context.ts';
import { readable } from '../record/readable.ts';
import { refuse, toast } from '../replies.ts';

/**
 * Adds evidence to a record that the user may read, once per interaction. Throws the user error
 * `refusal.noSuchRecord`.
 */
export async function addEvidence(number: string, evidence: readonly NewEvidence[], context: Context): Promise<Reply> {
  const known = await readable(number, context);
  const request = {
    move: 'addEvidence',
    answers: { evidence },
    actor: context.actor,
    interaction: context.origin,
    round: null,
  };
  const { record, verdict } = await context.records.perform({ number: known.number }, request);
  switch (verdict.verdict) {
    case 'done':
    case 'repeated':
      return toast(context, 'good', { key: 'evidence.added', params: { number: record.number } });
    case 'refused':
      return refuse(context, verdict.refusal);
    case 'errors':
      return refuse(context, { key: 'evidence.nothing' });
    default:
      return verdict satisfies never;
  }
}

/** The same for the card that asked where it belongs: the result replaces the card. */
export async function addFromCard(number: string, evidence: readonly NewEvidence[], context: Context): Promise<Reply> {
  const reply = await addEvidence(number, evidence, context);
  return reply.kind === 'toast' && reply.tone === 'good' ? { ...reply, next: settled(number, context) } : reply;
}

function settled(number: string, context: Context): Card {
  const said = sayTo(context, { key: 'evidence.added', params: { number } });
  const open = openButton(number, translate(context.locale, 'record.open'));
  return {
    title: said,
    tone: 'good',
    summary: said,
    blocks: [{ kind: 'buttons', buttons: [open] }],
  };
}
