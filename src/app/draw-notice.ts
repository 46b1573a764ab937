import type { Card } from '../chat/card.ts';
import { AppError } from '../errors.ts';
import type { Locale } from '../i18n/locale.ts';

/** A card that is drawn from an effect's content alone. */
export function drawNotice(_content: unknown, _locale: Locale): Card {
  throw new AppError('notice.unknown');
}
