import type { Form } from '../../../src/chat/form.ts';
import { keepRendered } from '../../../src/chat/keep-rendered.ts';
import type { Locale } from '../../../src/i18n/locale.ts';
import { type FormPlace, memoOf, renderForm, renderShell } from './render-form.ts';

/** Forms to open, as the argument `view` of a call. */
export interface EncodedViews {
  /** The output of `renderForm` for the first form of a view, as form-encoded JSON. Throws as it does. */
  of(form: Form, locale: Locale, askedAt: Omit<FormPlace, 'step'>, error?: string): string;
}

const MEMO = encodeURIComponent('{"private_metadata":');

/**
 * Caches of each form what does not depend on where it was requested: everything but its memo. The encodings of the parts, concatenated,
 * are the encoding of the whole, since each character is encoded by itself.
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
