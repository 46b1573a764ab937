import type { Locale } from '../i18n/locale.ts';
import type { Form } from './form.ts';

/**
 * Renders a form once in each language, and gives what came of it as long as there is the form. Whoever is shown something of their
 * own is shown another form. What `render` throws is not kept.
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
