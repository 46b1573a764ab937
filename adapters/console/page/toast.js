import { text } from './texts.js';

const stack = document.getElementById('toasts');
/** How long a toast stays, in ms: long enough to be read, longer for a long one. */
const lifetime = (words) => Math.max(6_000, words.length * 120);

/**
 * Shows a short message, announced by screen readers. It disappears by itself unless hovered or focused.
 * @param {'good' | 'info' | 'warning' | 'error'} tone
 * @param {string | { html: string }} content plain words, or markup the server drew
 */
export function toast(tone, content) {
  const box = document.createElement('div');
  box.className = 'toast';
  box.dataset.tone = tone;
  const words = document.createElement('p');
  if (typeof content === 'string') words.textContent = content;
  else words.innerHTML = content.html;
  const close = document.createElement('button');
  close.type = 'button';
  close.className = 'toast-close';
  close.textContent = '×';
  close.setAttribute('aria-label', text('dismiss'));
  close.addEventListener('click', () => remove(box));
  box.append(words, close);
  stack.append(box);
  raise();
  while (stack.children.length > 4) stack.firstElementChild.remove();
  scheduleRemoval(box, lifetime(words.textContent ?? ''));
}

/** Shown again each time, so that it is above a dialog opened in between. */
function raise() {
  if (stack.matches(':popover-open')) stack.hidePopover();
  stack.showPopover();
}

function scheduleRemoval(box, after) {
  let timer = setTimeout(() => remove(box), after);
  const hold = () => clearTimeout(timer);
  const release = () => {
    clearTimeout(timer);
    timer = setTimeout(() => remove(box), after);
  };
  box.addEventListener('pointerenter', hold);
  box.addEventListener('pointerleave', release);
  box.addEventListener('focusin', hold);
  box.addEventListener('focusout', release);
}

function remove(box) {
  box.remove();
  if (stack.children.length === 0 && stack.matches(':popover-open')) stack.hidePopover();
}
