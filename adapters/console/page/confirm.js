const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('confirm-dialog'));

/**
 * Asks for confirmation. Esc and a click outside mean no.
 * @param {{ title: string, text: string, yes: string, no: string }} question
 * @param {'primary' | 'danger'} [style] of the yes button
 * @returns {Promise<boolean>}
 */
export function confirm(question, style = 'primary') {
  const title = element('h2', question.title);
  title.id = 'confirm-title';
  const words = element('p', question.text);
  words.id = 'confirm-text';
  const no = button(question.no, 'plain', 'no');
  const yes = button(question.yes, style, 'yes');
  const foot = document.createElement('footer');
  foot.className = 'form-foot';
  foot.append(no, yes);
  dialog.replaceChildren(title, words, foot);
  dialog.returnValue = 'no';
  dialog.showModal();
  (style === 'danger' ? no : yes).focus();
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  });
}

dialog.addEventListener('click', (event) => {
  if (event.target === dialog) dialog.close('no');
});

function button(label, style, value) {
  const made = /** @type {HTMLButtonElement} */ (element('button', label));
  made.type = 'button';
  made.className = 'button';
  made.dataset.style = style;
  made.addEventListener('click', () => dialog.close(value));
  return made;
}

function element(name, words) {
  const made = document.createElement(name);
  made.textContent = words;
  return made;
}
