import { z } from 'zod';
import type { Reply } from '../../src/chat/reply.ts';
import { plain } from '../../src/chat/text.ts';
import type { EvidenceContent } from '../../src/files/evidence-file.ts';
import { translate } from '../../src/i18n/translate.ts';
import { formatBytes } from '../../src/records/card/draw-evidence.ts';
import { fileEvidence } from '../../src/records/decide/evidence.ts';
import type { Context } from '../context.ts';
import { readable } from '../record/readable.ts';
import { plainCard, refuse, toast } from '../replies.ts';

/** The value of the *Open* button beside a file. */
export const fileValue = z.object({ number: z.string().max(60), evidence: z.string().max(60) });

/**
 * The *Open* button beside a file: a link for the presser only; if a link could not be reached, the file itself, in their direct
 * conversation.
 */
export async function openFile(hint: z.output<typeof fileValue>, context: Context): Promise<Reply> {
  const { locale, person, view, fileAccess } = context;
  const record = await readable(hint.number, context);
  const file = fileEvidence(record, hint.evidence);
  if (!file?.stored) return refuse(context, { key: 'file.refusal.notThere' });
  const { number } = record;
  const url = fileAccess.linkTo({ number, evidence: file.id, personId: person.id }, view.platform);
  if (url === null) {
    if (!fileAccess.carries(file.stored.size, view.platform)) return refuse(context, { key: 'file.refusal.noAddress' });
    const content: EvidenceContent = { file: 'evidence', number, evidence: file.id };
    await context.sendFile({ period: context.origin, personId: person.id, content }, context.org);
    return toast(context, 'good', { key: 'file.coming', params: { name: file.name } });
  }
  const title = translate(locale, 'file.link.title', { number });
  return plainCard(title, [
    { kind: 'text', text: [{ kind: 'link', text: file.name, url }, plain(` (${formatBytes(file.stored.size)})`)] },
    { kind: 'note', text: [plain(translate(locale, 'file.link.note', { hash: file.stored.sha256 }))] },
  ]);
}
