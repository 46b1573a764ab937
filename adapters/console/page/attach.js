import { addFile, isUploading, setUpRemoving } from './files.js';

const composer = document.getElementById('composer');
const input = document.getElementById('command');
const chosen = /** @type {HTMLInputElement} */ (document.getElementById('attach-files'));
const list = document.getElementById('attached');

/** The files to send with what is typed. @returns {{ id: string, name: string }[]} */
export const attachedFiles = () =>
  [...list.querySelectorAll('.upload[data-file]')].map((item) => JSON.parse(item.dataset.file));

/** Whether a file is still uploading. */
export const isAttaching = () => isUploading(composer);

/** Removes all of them once they are sent. */
export const clearAttached = () => list.replaceChildren();

/** @param {Iterable<File>} files */
function attach(files) {
  for (const file of files) void addFile(file, list.dataset, list);
  input.focus();
}

document.getElementById('attach').addEventListener('click', () => chosen.click());
chosen.addEventListener('change', () => {
  attach([...chosen.files]);
  // The same file may be chosen again after it was removed.
  chosen.value = '';
});

input.addEventListener('paste', (event) => {
  const files = [...(event.clipboardData?.files ?? [])];
  if (files.length === 0) return;
  event.preventDefault();
  attach(files);
});

composer.addEventListener('dragover', (event) => {
  event.preventDefault();
  composer.dataset.over = '';
});
composer.addEventListener('dragleave', () => delete composer.dataset.over);
composer.addEventListener('drop', (event) => {
  event.preventDefault();
  delete composer.dataset.over;
  attach([...event.dataTransfer.files]);
});

setUpRemoving(list, input);
