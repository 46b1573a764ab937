import type { file as source } from '../zh-cn/file.ts';

/** Files as evidence. */
export const file: Record<keyof typeof source, string> = {
  'file.unnamed': 'unnamed file',
  'record.move.addFiles': 'Add files',
  'record.move.fileStored': 'Store file',
  'record.move.fileRefused': 'Refuse file',
  'record.done.addFiles': 'added files',
  'record.done.fileStored': 'stored a file',
  'record.done.fileRefused': 'did not take a file',
  'file.field.files': 'Photos or files',
  'file.fetching': 'Being fetched; it can be opened shortly',
  'file.because.empty': 'Not kept: the file is empty',
  'file.because.tooLarge': 'Not kept: more than {megabytes} MB',
  'file.because.type': 'Not kept: files of this type are no evidence',
  'file.because.gone': 'Not kept: it was deleted, or the bot may not read it',
  'file.because.undelivered': 'Not kept: the platform never delivered it',
  'file.refused.empty': '{number}: the file “{name}” is empty and was not kept. Please check it and upload it again.',
  'file.refused.tooLarge':
    '{number}: the file “{name}” has more than {megabytes} MB and was not kept. Please compress or split it, and upload it with Add files.',
  'file.refused.type':
    '{number}: the file “{name}” is of a type that is not kept. Please send a photo, PDF, office document, text, archive or mail with Add files.',
  'file.refused.gone':
    '{number}: the file “{name}” could not be read; it may have been deleted. Please upload it again with Add files.',
  'file.refused.undelivered':
    '{number}: the chat platform never delivered the file “{name}”. Please upload it again with Add files.',
  'file.refusal.settled': 'This file has been dealt with already.',
  'file.refusal.notThere': 'This file is not stored yet. Please try again shortly.',
  'file.coming': 'On its way: “{name}” will come to you in a direct message.',
  'file.refusal.noAddress':
    'This file is too large to be sent in chat. Please ask your administrator to set PUBLIC_URL, so that it can be opened by a link.',
  'file.link.title': 'A file of {number}',
  'file.link.note': 'The link is for you alone and works for 10 minutes. SHA-256: {hash}',
};
