import { interact } from './api.js';
import { confirm } from './confirm.js';
import { endUploads, isUploading, setUpFiles } from './files.js';
import { fingerprint, readForm } from './read-form.js';
import { text } from './texts.js';
import { toast } from './toast.js';

const dialog = /** @type {HTMLDialogElement} */ (document.getElementById('form-dialog'));
/** @type {{ id: string, space: string, before: string, onAnswer: (answer: any) => void } | undefined} */
let open;

/**
 * Opens a form drawn by the server, replacing the open one. Its answers are one interaction, however often they are sent: the
 * id is created here.
 * @param {string} html
 * @param {string} space where the answers come from
 * @param {(answer: any) => void} onAnswer called with an answer that is not a form
 */
export function openForm(html, space, onAnswer) {
  dialog.innerHTML = html;
  const form = /** @type {HTMLFormElement} */ (dialog.querySelector('form'));
  open = { id: crypto.randomUUID(), space, before: fingerprint(form), onAnswer };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form);
  });
  for (const button of form.querySelectorAll('[data-cancel]')) button.addEventListener('click', () => void cancel());
  for (const input of form.querySelectorAll('[data-max]')) countLetters(input);
  setUpFiles(form);
  if (!dialog.open) dialog.showModal();
  focusFirst(form);
}

/** @param {HTMLFormElement} form */
async function submit(form) {
  if (open === undefined || form.dataset.busy === 'true') return;
  if (isUploading(form)) return toast('info', text('filesUnderWay'));
  const { id, space, onAnswer, before } = open;
  setBusy(form, true);
  try {
    const context = JSON.parse(form.dataset.context ?? '{}');
    const answer = await interact({
      id,
      space,
      kind: 'submit',
      form: form.dataset.form,
      context,
      fields: readForm(form),
    });
    if (answer.kind === 'form') return openForm(answer.html, space, onAnswer);
    if (answer.kind === 'errors') {
      openForm(answer.html, space, onAnswer);
      // Nothing is saved yet: closing still asks for confirmation.
      open = { ...open, before };
      return;
    }
    // The outcome is unknown: what was typed stays, to be sent again as the same interaction.
    if (answer.kind === 'toast' && answer.tone === 'error') setBusy(form, false);
    else close();
    onAnswer(answer);
  } catch (error) {
    setBusy(form, false);
    toast('error', error.message);
    // Rejected before it was processed: the next attempt, perhaps corrected, is another interaction.
    if (error.reached) open.id = crypto.randomUUID();
  }
}

/** Closes the form; asks for confirmation if something was written. */
async function cancel() {
  const form = dialog.querySelector('form');
  if (open === undefined || form === null || form.dataset.busy === 'true') return;
  const changed = fingerprint(form) !== open.before;
  const question = {
    title: text('discardTitle'),
    text: text('discardText'),
    yes: text('discard'),
    no: text('keepWriting'),
  };
  if (!changed || (await confirm(question, 'danger'))) close();
}

/** The form stays in the closed dialog: removing it would break Chromium's caret in the element that gets the focus back. */
function close() {
  open = undefined;
  endUploads(dialog);
  dialog.close();
}

dialog.addEventListener('cancel', (event) => {
  event.preventDefault();
  void cancel();
});
// A browser lets a second Esc close a dialog even if the page canceled the first; so Esc is stopped earlier.
dialog.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  void cancel();
});

/** The first invalid field, else the form's own error, else the first field. @param {HTMLFormElement} form */
function focusFirst(form) {
  const wrong = form.querySelector('[data-wrong] :is(input, textarea, select)') ?? form.querySelector('[data-general]');
  const first = form.querySelector('.field :is(input:checked, textarea, select, input:not([type="radio"]))');
  const target = wrong ?? first ?? form.querySelector('.field input') ?? form.querySelector('[type="submit"]');
  target?.focus();
  (wrong?.closest('.field') ?? wrong)?.scrollIntoView({ block: 'nearest' });
}

/** @param {HTMLFormElement} form @param {boolean} busy */
function setBusy(form, busy) {
  form.dataset.busy = String(busy);
  form.querySelector('[type="submit"]').setAttribute('aria-disabled', String(busy));
}

/** Shows the length of a text once it nears its limit. It is never truncated: the user decides what to cut. */
function countLetters(input) {
  const max = Number(input.dataset.max);
  const counter = document.createElement('p');
  counter.className = 'counter';
  counter.setAttribute('aria-live', 'polite');
  input.after(counter);
  const count = () => {
    const length = input.value.length;
    counter.dataset.over = String(length > max);
    counter.textContent =
      length > max ? text('tooLong', { count: length, max }) : length > max * 0.8 ? `${length} / ${max}` : '';
  };
  input.addEventListener('input', count);
  count();
}
