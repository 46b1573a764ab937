import { upload } from './api.js';
import { text } from './texts.js';

/**
 * Sets up a form's file fields: each file chosen or dropped is uploaded at once, with its own progress, and can be removed
 * again.
 * @param {HTMLFormElement} form
 */
export function setUpFiles(form) {
  for (const field of form.querySelectorAll('[data-kind="files"]')) setUpField(field);
}

/** Whether a file is still uploading. @param {Element} form */
export const isUploading = (form) => form.querySelector('.upload[data-busy]') !== null;

/** Aborts pending uploads that are no longer needed. @param {Element} form */
export function endUploads(form) {
  for (const item of form.querySelectorAll('.upload[data-busy]')) running.get(item)?.abort();
}

/** @type {WeakMap<Element, { abort: () => void }>} */
const running = new WeakMap();

function setUpField(field) {
  const drop = field.querySelector('.drop');
  const list = field.querySelector('.uploads');
  const input = field.querySelector('input[type="file"]');
  const add = (files) => {
    for (const file of files) void addFile(file, drop.dataset, list);
  };
  input.addEventListener('change', () => {
    add([...input.files]);
    // The same file may be chosen again after it was removed.
    input.value = '';
  });
  drop.addEventListener('dragover', (event) => {
    event.preventDefault();
    drop.dataset.over = '';
  });
  drop.addEventListener('dragleave', () => delete drop.dataset.over);
  drop.addEventListener('drop', (event) => {
    event.preventDefault();
    delete drop.dataset.over;
    add([...event.dataTransfer.files]);
  });
  setUpRemoving(list, input);
}

/**
 * Lets the user remove listed files, whether they have arrived or not.
 * @param {Element} list
 * @param {HTMLElement} next the element that gets the focus
 */
export function setUpRemoving(list, next) {
  list.addEventListener('click', (event) => {
    const item = event.target.closest('.upload-remove')?.closest('.upload');
    if (!item) return;
    running.get(item)?.abort();
    item.remove();
    next.focus();
  });
}

/**
 * Uploads a file and lists it, with its progress and then with its reference or the reason it was rejected.
 * @param {File} file
 * @param {DOMStringMap} limits
 * @param {Element} list
 */
export async function addFile(file, { most, megabytes }, list) {
  const item = drawItem(file.name);
  list.append(item);
  if (list.querySelectorAll('.upload:not([data-failed])').length > Number(most)) {
    return fail(item, text('filesMost', { most }));
  }
  if (file.size > Number(megabytes) * 1024 * 1024) return fail(item, text('fileTooLarge', { megabytes }));
  if (file.size === 0) return fail(item, text('fileEmpty'));
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute('aria-label', file.name);
  item.append(bar);
  item.dataset.busy = '';
  const sending = upload(file, (share) => {
    bar.value = share;
  });
  running.set(item, sending);
  try {
    const { id } = await sending.done;
    item.dataset.file = JSON.stringify({ id, name: file.name });
  } catch (error) {
    fail(item, error.name === 'fileTooLarge' ? text('fileTooLarge', { megabytes }) : error.message);
  } finally {
    bar.remove();
    delete item.dataset.busy;
  }
}

/** Shows at the file why it was rejected; it is not submitted. */
function fail(item, words) {
  item.dataset.failed = '';
  const reason = document.createElement('span');
  reason.className = 'upload-error';
  reason.textContent = words;
  item.append(reason);
}

function drawItem(name) {
  const item = document.createElement('li');
  item.className = 'upload';
  const label = document.createElement('span');
  label.className = 'upload-name';
  label.textContent = name;
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.className = 'upload-remove';
  remove.textContent = '×';
  remove.setAttribute('aria-label', text('fileRemove', { name }));
  item.append(label, remove);
  return item;
}
