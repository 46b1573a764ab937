/**
 * A form's inputs as the server takes them: each field's name, kind and values, none where nothing was given.
 * @param {HTMLFormElement} form
 */
export function readForm(form) {
  return [...form.querySelectorAll('.field')].map((field) => ({
    name: field.dataset.name,
    kind: field.dataset.kind,
    values: readValues(field),
  }));
}

/** Everything that was filled in, as one string: to see whether it has changed. @param {HTMLFormElement} form */
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
