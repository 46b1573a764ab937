import { setTimeout as sleep } from 'node:timers/promises';
import { z } from 'zod';
import type { ButtonValue } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { callBackData } from '../../src/quality/call-back/call-back-data.ts';
import { callBackWords } from '../../src/quality/call-back/words.ts';
import type { Context } from '../context.ts';
import { refuse } from '../replies.ts';
import { sameCall } from './next-call.ts';
import { placeInCalls } from './place-in-calls.ts';

/** How often, and at what interval (ms), to look for the complaint's number: the platforms wait three seconds for an answer. */
const LOOKS = 10;
const PAUSE = 100;

/** The button's value. */
export const complainValue = z.object({ number: z.string().max(60) });

/** 客户投诉: one press opens the complaint, and the call goes on in the same card, which shows its number. Pressing again gives the same complaint. */
export async function openComplaint(number: string, value: ButtonValue, context: Context): Promise<Reply> {
  const request = { move: 'complain', answers: {}, actor: context.actor, interaction: context.origin, round: null };
  const { verdict } = await context.records.perform({ number }, request);
  const isOpen = verdict.verdict !== 'refused' || verdict.refusal.key === callBackWords.refusal.complained;
  if (!isOpen) return refuse(context, verdict.refusal);
  const complaint = await numbered(number, context);
  if (!complaint) return refuse(context, { key: 'refusal.noSuchMove' });
  const next = await sameCall(number, placeInCalls(value) ?? { calls: 0 }, context);
  const { locale } = context;
  const text = words(
    complaint.number === undefined
      ? translate(locale, callBackWords.complaint.numbering)
      : translate(locale, callBackWords.complaint.opened, { number: complaint.number }),
  );
  return { kind: 'toast', tone: 'good', text, next };
}

/** The call-back's complaint, with its number if available in time: the request that opens it waits for no other record (ADR 45). */
async function numbered(number: string, { records }: Context) {
  for (let looks = 0; ; looks++) {
    const record = await records.load({ number });
    const complaint = callBackData.safeParse(record?.data).data?.complaint;
    if (!complaint || complaint.number !== undefined || looks === LOOKS) return complaint;
    await sleep(PAUSE);
  }
}
