import { interact } from './api.js';
import { focusComposer, setUpComposer } from './composer.js';
import { confirm } from './confirm.js';
import { putOwnWords, putPrivate, redrawCard } from './conversation.js';
import { setUpDrawer } from './drawer.js';
import { openForm } from './form-dialog.js';
import { follow } from './live.js';
import { currentSpace, setUpSpaces } from './spaces.js';
import { toast } from './toast.js';

/** Retrying a request that may not have arrived is the same interaction; so its id is kept until it has. */
let unsure = { what: '', id: '' };

/** @param {Record<string, unknown> & { kind: string, space: string }} interaction @param {Element} [item] the pressed message */
async function act(interaction, item) {
  const what = JSON.stringify(interaction);
  const id = unsure.what === what ? unsure.id : crypto.randomUUID();
  const back = document.activeElement;
  try {
    const answer = await interact({ id, ...interaction });
    unsure = { what: '', id: '' };
    show(answer, interaction.space, item, back);
    return true;
  } catch (error) {
    unsure = error.reached === false ? { what, id } : { what: '', id: '' };
    toast('error', error.message);
    return false;
  }
}

/** Carries out the server's answer. */
function show(answer, space, item, back) {
  switch (answer.kind) {
    case 'toast':
      toast(answer.tone, { html: answer.html });
      if (answer.refresh !== undefined && item?.isConnected) redrawCard(item, answer.refresh);
      return;
    case 'form':
    case 'errors':
      openForm(answer.html, space, (next) => {
        if (!back?.isConnected) focusComposer();
        show(next, space, item, back);
      });
      return;
    case 'card':
      putPrivate(space, answer.html, answer.replaces ? item : undefined);
      return;
    case 'nothing':
      return;
  }
}

/** @param {HTMLButtonElement} button of a card */
async function press(button) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const { action, value, confirm: question, style } = button.dataset;
  const yes = style === 'danger' ? 'danger' : 'primary';
  if (question !== undefined && !(await confirm(JSON.parse(question), yes))) return;
  const item = button.closest('.message');
  const { message } = item.dataset;
  button.setAttribute('aria-disabled', 'true');
  const place = message === undefined ? {} : { message };
  await act({ kind: 'press', space: currentSpace(), action, value: JSON.parse(value), ...place }, item);
  button.removeAttribute('aria-disabled');
}

document.getElementById('scroller').addEventListener('click', (event) => {
  const button = event.target.closest('button[data-action]');
  if (button !== null) void press(button);
});

setUpDrawer();
setUpSpaces();
setUpComposer((words, files) => {
  const space = currentSpace();
  putOwnWords(space, words, files);
  if (files.length > 0) return act({ kind: 'message', space, text: words, files });
  return act({ kind: 'command', space, text: words });
});
follow();
if (matchMedia('(hover: hover)').matches) focusComposer();
