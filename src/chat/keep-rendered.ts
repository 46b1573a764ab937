import type { Locale } from '../i18n/locale.ts';
import type { Form } from './form.ts';

/**
 * Renders a form once per language, and keeps the result as long as the form object lives. Per-user content has a form object of its own. If `render`
 * throws, nothing is kept.
 */
export function keepRendered<Rendered>(render: (form: Form, locale: Locale) => Rendered) {
  const kept = new WeakMap<Form, Map<Locale, Rendered>>();
  return (form: Form, locale: Locale): Rendered => {
    const known = kept.get(form)?.get(locale);
    if (known !== undefined) return known;
    const rendered = render(form, locale);
    const languages = kept.get(form) ?? new Map<Locale, Rendered>();
    kept.set(form, languages.set(locale, rendered));
    return rendered;
  };
}
