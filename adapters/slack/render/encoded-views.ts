import type { Form } from '../../../src/chat/form.ts';
import { keepRendered } from '../../../src/chat/keep-rendered.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type FormPlace, memoOf, renderForm, renderShell } from './render-form.ts';

/** Forms that are opened, as the argument `view` of a call. */
export interface EncodedViews {
  /** What `renderForm` gives of the first form of a view, as form-encoded JSON. Throws as it does. */
  of(form: Form, locale: Locale, askedAt: Omit<FormPlace, 'step'>, error?: string): string;
}

const MEMO = encodeURIComponent('{"private_metadata":');

/**
 * Keeps of each form what does not depend on where it was asked for: all but its memo. The encodings of parts, put together, are the
 * encoding of the whole, for each character is encoded by itself.
 */
export function createEncodedViews(): EncodedViews {
  const shellOf = keepRendered((form, locale) =>
    encodeURIComponent(`,${JSON.stringify(renderShell(form, locale, 0)).slice(1)}`),
  );
  return {
    of(form, locale, askedAt, error) {
      const place = { ...askedAt, step: 0 };
      if (error !== undefined) return encodeURIComponent(JSON.stringify(renderForm(form, locale, place, error)));
      return `${MEMO}${encodeURIComponent(JSON.stringify(memoOf(form, place)))}${shellOf(form, locale)}`;
    },
  };
}
