/** The kinds of files that an organisation may allow as evidence. What is in none of them is never taken. */
export const fileKinds = ['picture', 'pdf', 'office', 'text', 'archive', 'mail', 'audio', 'video'] as const;
export type FileKind = (typeof fileKinds)[number];
