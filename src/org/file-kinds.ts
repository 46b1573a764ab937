/** The kinds of files that an organization may allow as evidence. Any other file is always rejected. */
export const fileKinds = ['picture', 'pdf', 'office', 'text', 'archive', 'mail', 'audio', 'video'] as const;
export type FileKind = (typeof fileKinds)[number];
