import { readCompletions } from './api.js';
import { attachedFiles, clearAttached, isAttaching } from './attach.js';
import {
  activeOption,
  closeList,
  firstOption,
  isListOpen,
  moveActive,
  offer,
  onPick,
  openList,
} from './command-list.js';
import { text } from './texts.js';
import { toast } from './toast.js';

const form = document.getElementById('composer');
const input = /** @type {HTMLInputElement} */ (document.getElementById('command'));
const menu = document.getElementById('menu');
/** Command history, newest first; -1 is the line being typed. */
const past = [];
let at = -1;
/** Debounce: no request while the user is typing quickly. */
const TYPING_MS = 120;
let waiting;
let asked = 0;

/**
 * Sets up the input: a command list while typing, arrow keys for history, Enter to send.
 * @param {(command: string, files: { id: string, name: string }[]) => Promise<boolean>} run sends a command, or files with
 *   or without words; false if the input should be kept
 */
export function setUpComposer(run) {
  const send = async (command) => {
    const words = command.trim();
    const files = attachedFiles();
    if ((words === '' && files.length === 0) || form.dataset.busy === 'true') return;
    if (isAttaching()) return toast('info', text('filesUnderWay'));
    lookNoMore();
    closeList();
    form.dataset.busy = 'true';
    input.value = '';
    const sent = await run(words, files);
    form.dataset.busy = 'false';
    if (sent) clearAttached();
    else input.value ||= words;
    if (sent && words !== '' && past[0] !== words) past.unshift(words);
    at = -1;
  };
  const pick = (option) => {
    closeList();
    input.focus();
    if (option.dataset.takesText === 'true') goOn(option);
    else void send(option.dataset.command);
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const active = activeOption();
    if (active === undefined) void send(input.value);
    else pick(active);
  });
  onPick(pick);
}

input.addEventListener('input', lookForMore);

/** Opens the list for what is typed: the menu's matches at once, then the completions from the server. */
function lookForMore() {
  const typed = input.value.replace(/^／/, '/');
  lookNoMore();
  // A command in Chinese needs no slash.
  if (!/^(?:\/|\p{Script=Han})/u.test(typed)) return closeList();
  openList(typed);
  waiting = setTimeout(offerMore, TYPING_MS, typed);
}

function offerMore(typed) {
  const turn = asked;
  readCompletions(typed).then(
    ({ html }) => html !== '' && turn === asked && offer(html),
    // The menu's matches stay.
    () => {},
  );
}

/** Discards the responses to pending requests. */
function lookNoMore() {
  clearTimeout(waiting);
  asked += 1;
}

/** Puts a command that takes arguments into the input, and shows the completions. */
function goOn(option) {
  input.value = `${option.dataset.command.trim()} `;
  lookForMore();
}

input.addEventListener('keydown', (event) => {
  if (event.isComposing) return;
  if (event.key === 'Escape' && isListOpen()) {
    event.preventDefault();
    lookNoMore();
    closeList();
  }
  if (event.key === 'Tab' && !event.shiftKey && isListOpen()) {
    event.preventDefault();
    complete();
  }
  if (event.key !== 'ArrowUp' && event.key !== 'ArrowDown') return;
  event.preventDefault();
  const step = event.key === 'ArrowDown' ? 1 : -1;
  if (isListOpen()) moveActive(step);
  else recall(-step);
});

input.addEventListener('blur', () => {
  lookNoMore();
  closeList();
});

menu.addEventListener('pointerdown', (event) => event.preventDefault());
menu.addEventListener('click', () => {
  const wasOpen = isListOpen();
  input.focus();
  if (wasOpen) return closeList();
  openList('');
  moveActive(1);
});

/** Puts the selected option, or else the first one, into the input, to be completed or sent. */
function complete() {
  const option = activeOption() ?? firstOption();
  if (option === undefined) return;
  if (option.dataset.takesText === 'true') return goOn(option);
  input.value = option.dataset.command;
  openList(input.value);
}

function recall(step) {
  const next = at + step;
  if (next < -1 || next >= past.length) return;
  at = next;
  input.value = past[at] ?? '';
}

/** Focuses the command input. */
export const focusComposer = () => input.focus();
