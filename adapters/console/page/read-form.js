/**
 * A form's inputs in the form the server takes: each field's name, kind and values; no values where nothing was entered.
 * @param {HTMLFormElement} form
 */
export function readForm(form) {
  return [...form.querySelectorAll('.field')].map((field) => ({
    name: field.dataset.name,
    kind: field.dataset.kind,
    values: readValues(field),
  }));
}

/** Everything filled in, as one string, to detect changes. @param {HTMLFormElement} form */
export const fingerprint = (form) => JSON.stringify(readForm(form));

/** @param {Element} field */
function readValues(field) {
  if (field.dataset.kind === 'files') {
    return [...field.querySelectorAll('.upload[data-file]')].map((item) => item.dataset.file);
  }
  return [...field.querySelectorAll('input, textarea, select')]
    .filter((input) => (input.type !== 'checkbox' && input.type !== 'radio') || input.checked)
    .map((input) => input.value)
    .filter((value) => value !== '');
}
