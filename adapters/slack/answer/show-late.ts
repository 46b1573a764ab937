import type { Interaction } from '../../../src/chat/interaction.ts';
import type { Reply } from '../../../src/chat/reply.ts';
import { words } from '../../../src/chat/text.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { translate } from '../../../src/i18n/translate.ts';
import { renderNotice } from '../render/render-form.ts';
import type { SlackSubmit } from '../schema.ts';
import type { Answering } from './answering.ts';
import { nextView } from './next-view.ts';
import { tellAfter } from './tell-after.ts';

interface LateSubmit {
  readonly submit: SlackSubmit;
  readonly interaction: Interaction;
  readonly step: number;
  readonly responseUrl: string | undefined;
  readonly locale: Locale;
}

/** Shows the reply to a form that was acknowledged before the reply was ready: the view, if still open, is redrawn. */
export async function showLate(answering: Answering, late: LateSubmit, reply: Reply): Promise<void> {
  const { submit, interaction, step, responseUrl, locale } = late;
  const title = submit.view.title.text;
  switch (reply.kind) {
    case 'form':
    case 'errors':
      return await redraw(
        answering,
        submit.view.id,
        nextView(answering, interaction, reply, { title, step, responseUrl, locale }),
      );
    case 'toast':
    case 'card': {
      const text = reply.kind === 'toast' ? reply.text : words(reply.card.summary);
      await redraw(answering, submit.view.id, renderNotice(title, text, locale));
      return await tellAfter(answering, interaction, reply, { responseUrl, locale });
    }
    case 'nothing':
      return await redraw(
        answering,
        submit.view.id,
        renderNotice(title, words(translate(locale, 'slack.done')), locale),
      );
    default:
      return reply satisfies never;
  }
}

/** A view closed in the meantime is not found, which is fine. */
async function redraw(
  { client, log }: Answering,
  viewId: string,
  view: ReturnType<typeof renderNotice>,
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view });
  } catch {
    log.info('a late view was no longer open');
  }
}
