const template = document.getElementById('texts');

/** The page's texts in its language, by name. @type {Record<string, string>} */
const texts = template === null ? {} : JSON.parse(template.dataset.texts ?? '{}');

/**
 * A text with `{name}` replaced by `params.name`.
 * @param {string} name
 * @param {Record<string, string | number>} [params]
 */
export function text(name, params = {}) {
  return (texts[name] ?? name).replace(/\{(\w+)\}/g, (whole, key) => String(params[key] ?? whole));
}

/** Whether there is a text of this name. @param {string} name */
export const hasText = (name) => Object.hasOwn(texts, name);
