import type { Button } from '../../src/chat/card.ts';
import type { Reply } from '../../src/chat/reply.ts';
import { shortenText } from '../../src/chat/shorten-text.ts';
import { words } from '../../src/chat/text.ts';
import { translate } from '../../src/i18n/translate.ts';
import { openButton } from '../../src/records/card/draw-buttons.ts';
import type { RecordSummary } from '../../src/records/search/record-summary.ts';
import type { Context } from '../context.ts';

/** A suggestion: words to say instead, or a record. */
export type Suggestion =
  | { readonly kind: 'say'; readonly text: string }
  | { readonly kind: 'open'; readonly record: RecordSummary };

/** The most suggestions at once. */
const MOST = 5;
/** The longest words that a button can carry; see `interactionSchema`. */
const LONGEST = 300;
/** How much of the text is quoted. */
const REPEATED = 60;

/** The answer to a text that was not understood: suggestions as buttons. */
export function drawSuggestions(
  said: string,
  suggestions: readonly Suggestion[],
  { locale }: Pick<Context, 'locale'>,
): Reply {
  const title = translate(locale, 'meant.title');
  const repeated = translate(locale, 'meant.said', { said: shortenText(said, REPEATED) });
  const buttons = suggestions
    .filter(fits)
    .slice(0, MOST)
    .map(
      (suggestion, index): Button => ({
        ...suggestionButton(suggestion),
        ...(index === 0 && { style: 'primary' as const }),
      }),
    );
  const help: Button = { action: 'qm.help', label: translate(locale, 'meant.help'), value: {} };
  return {
    kind: 'card',
    card: {
      title,
      tone: 'neutral',
      summary: repeated,
      blocks: [
        { kind: 'text', text: words(repeated) },
        { kind: 'buttons', buttons: [...buttons, help] },
      ],
    },
  };
}

/** Whether a button can carry a suggestion. */
export const fits = (suggestion: Suggestion) => suggestion.kind === 'open' || suggestion.text.length <= LONGEST;

/** The button for a suggestion. */
export function suggestionButton(suggestion: Suggestion): Button {
  switch (suggestion.kind) {
    case 'open': {
      const { number, title } = suggestion.record;
      return openButton(number, `${number} ${shortenText(title, 24)}`);
    }
    case 'say':
      return { action: 'qm.say', label: suggestion.text, value: { text: suggestion.text } };
    default:
      return suggestion satisfies never;
  }
}
