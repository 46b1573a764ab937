import type { FileKind } from '../org/file-kinds.ts';

/** A type of file that may be kept. */
export interface FileType {
  readonly mime: string;
  readonly kind: FileKind;
  /** Without a dot; the first is appended to a name that has none of them. */
  readonly extensions: readonly string[];
  /** A browser may display it: it cannot carry a script that runs there. */
  readonly shown?: true;
}

const type = (kind: FileKind, mime: string, extensions: string): FileType => ({
  kind,
  mime,
  extensions: extensions.split(' '),
});
const shown = (kind: FileKind, mime: string, extensions: string): FileType => ({
  ...type(kind, mime, extensions),
  shown: true,
});
const openXml = 'application/vnd.openxmlformats-officedocument.';
const openDocument = 'application/vnd.oasis.opendocument.';

/** Types detected from a file's signature alone. */
const signed: readonly FileType[] = [
  shown('picture', 'image/jpeg', 'jpg jpeg jpe jfif'),
  shown('picture', 'image/png', 'png'),
  shown('picture', 'image/gif', 'gif'),
  shown('picture', 'image/webp', 'webp'),
  shown('picture', 'image/avif', 'avif'),
  type('picture', 'image/heic', 'heic heif'),
  type('picture', 'image/heif', 'heif heic'),
  type('picture', 'image/bmp', 'bmp'),
  type('picture', 'image/tiff', 'tif tiff'),
  shown('pdf', 'application/pdf', 'pdf'),
  type('office', `${openXml}wordprocessingml.document`, 'docx'),
  type('office', `${openXml}spreadsheetml.sheet`, 'xlsx'),
  type('office', `${openXml}presentationml.presentation`, 'pptx'),
  type('office', `${openDocument}text`, 'odt'),
  type('office', `${openDocument}spreadsheet`, 'ods'),
  type('office', `${openDocument}presentation`, 'odp'),
  type('office', 'application/vnd.visio', 'vsdx'),
  type('office', 'application/rtf', 'rtf'),
  type('archive', 'application/zip', 'zip'),
  type('archive', 'application/x-7z-compressed', '7z'),
  type('archive', 'application/x-rar-compressed', 'rar'),
  type('archive', 'application/gzip', 'gz tgz'),
  type('archive', 'application/x-tar', 'tar'),
  type('audio', 'audio/mpeg', 'mp3'),
  type('audio', 'audio/x-m4a', 'm4a'),
  type('audio', 'audio/aac', 'aac'),
  type('audio', 'audio/amr', 'amr'),
  type('audio', 'audio/wav', 'wav'),
  type('audio', 'audio/ogg', 'ogg oga'),
  type('audio', 'audio/ogg; codecs=opus', 'opus'),
  type('video', 'video/mp4', 'mp4 m4v'),
  type('video', 'video/quicktime', 'mov'),
  type('video', 'video/webm', 'webm'),
  type('video', 'video/3gpp', '3gp'),
];

/** Types told apart by name when the content is a zip archive: some programs put the distinguishing entries at its end. */
const inZip: readonly FileType[] = [
  ...signed.filter(({ mime }) => mime.startsWith(openXml) || mime.startsWith(openDocument)),
  type('office', 'application/ofd', 'ofd'),
  type('office', 'application/vnd.xmind.workbook', 'xmind'),
];

/** The same for a compound file, the format of older Office documents, WPS documents and Outlook messages. */
const inCompound: readonly FileType[] = [
  type('office', 'application/msword', 'doc dot wps'),
  type('office', 'application/vnd.ms-excel', 'xls xlt et'),
  type('office', 'application/vnd.ms-powerpoint', 'ppt pps dps'),
  type('office', 'application/vnd.ms-visio', 'vsd'),
  type('mail', 'application/vnd.ms-outlook', 'msg'),
];

export const mail = type('mail', 'message/rfc822', 'eml');

/** Text types by name; the first if the name does not tell. */
const inText: readonly FileType[] = [
  type('text', 'text/plain', 'txt log text md markdown json jsonl yaml yml ini conf cfg properties sql diff patch rst'),
  type('text', 'text/csv', 'csv'),
  type('text', 'text/tab-separated-values', 'tsv'),
  type('text', 'application/xml', 'xml'),
];

/** The type for a content signature, given the name's extension; null for types that are not accepted. */
export function typeOfSignature(mime: string, extension: string): FileType | null {
  if (mime === 'application/x-cfb') return named(inCompound, extension) ?? null;
  if (mime === 'application/zip') return named(inZip, extension) ?? named(signed, 'zip') ?? null;
  return signed.find((each) => each.mime === mime) ?? null;
}

/** The type of a text file, given the name's extension. */
export function typeOfText(extension: string): FileType | null {
  return named(inText, extension) ?? inText[0] ?? null;
}

/** A stored type; undefined for one that is no longer in the tables. */
export function typeOfMime(mime: string): FileType | undefined {
  return [...signed, ...inZip, ...inCompound, mail, ...inText].find((each) => each.mime === mime);
}

const named = (types: readonly FileType[], extension: string) =>
  types.find(({ extensions }) => extensions.includes(extension));
