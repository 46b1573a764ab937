import { expect, test } from 'vitest';
import { HEAD_BYTES, tellType } from '../../src/files/tell-type.ts';
import { samples, zip } from './samples.ts';

test.each<[string, keyof typeof samples, string, string]>([
  ['a photo', 'jpeg', 'IMG_0001.JPG', 'image/jpeg'],
  ['a photo without a name', 'jpeg', '', 'image/jpeg'],
  ['a picture under the name of another', 'jpeg', 'photo.png', 'image/jpeg'],
  ['a screenshot', 'png', '截图.png', 'image/png'],
  ['a PDF, whatever it is called', 'pdf', 'report.exe', 'application/pdf'],
  ['a document', 'docx', 'a.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
  ['an open document', 'odt', 'a.odt', 'application/vnd.oasis.opendocument.text'],
  [
    'a document whose parts come in another order',
    'zip',
    'a.xlsx',
    'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  ],
  ['an older document', 'compound', 'a.doc', 'application/msword'],
  ['a spreadsheet of WPS', 'compound', 'a.et', 'application/vnd.ms-excel'],
  ['a mail of Outlook', 'compound', 'a.msg', 'application/vnd.ms-outlook'],
  ['an archive', 'zip', 'a.zip', 'application/zip'],
  ['an archive under a strange name', 'zip', 'a.weird', 'application/zip'],
  ['a rich text', 'rtf', 'a.rtf', 'application/rtf'],
  ['a log', 'text', 'app.log', 'text/plain'],
  ['a text without a name', 'text', '', 'text/plain'],
  ['a table', 'text', 'a.csv', 'text/csv'],
  ['a table in GB 18030', 'gbk', 'a.csv', 'text/csv'],
  ['a table in UTF-16', 'utf16', 'a.csv', 'text/csv'],
  ['a mail that holds a page', 'mail', 'a.eml', 'message/rfc822'],
  ['data in XML', 'xml', 'a.xml', 'application/xml'],
  ['a film', 'mp4', 'a.mp4', 'video/mp4'],
])('knows %s', async (_what, sample, name, mime) => {
  expect((await tellType(samples[sample], name))?.mime).toBe(mime);
});

test.each<[string, keyof typeof samples, string]>([
  ['a program', 'exe', 'setup.exe'],
  ['a program under the name of a photo', 'exe', 'photo.jpg'],
  ['a program of Linux', 'elf', 'tool'],
  ['an installer', 'installer', 'setup.msi'],
  ['an installer under the name of a document', 'installer', 'report.doc'],
  ['a compound file of unknown use', 'compound', 'a.bin'],
  ['a program of Java', 'jar', 'a.jar'],
  ['a document with macros', 'macro', 'a.docm'],
  ['a web page', 'html', 'a.html'],
  ['a web page under the name of a text', 'html', 'a.txt'],
  ['a drawing that may hold a script', 'svg', 'a.svg'],
  ['a drawing under the name of a picture', 'svg', 'a.png'],
  ['a script by its first line', 'shell', 'readme.txt'],
  ['a script by its name', 'text', 'a.bat'],
  ['a page by its name', 'text', 'a.html'],
  ['what nobody knows', 'noise', 'a.dat'],
])('refuses %s', async (_what, sample, name) => {
  expect(await tellType(samples[sample], name)).toBeNull();
});

test('knows a text whose head ends within a character', async () => {
  const text = Buffer.from('a'.concat('温'.repeat(HEAD_BYTES))).subarray(0, HEAD_BYTES);
  expect((await tellType(text, 'a.txt'))?.mime).toBe('text/plain');
});

test('knows an archive of which it sees the beginning only', async () => {
  const archive = zip({ 'big.bin': 'x'.repeat(200_000) });
  expect((await tellType(archive.subarray(0, HEAD_BYTES), 'a.docx'))?.kind).toBe('office');
});
