import { expect, test } from 'vitest';
import { offeredName } from '../../src/files/file-name.ts';

const jpeg = { extensions: ['jpg', 'jpeg'] };

test.each([
  ['photo.jpg', 'photo.jpg'],
  ['机房 温度.JPEG', '机房 温度.jpeg'],
  ['', 'file.jpg'],
  ['photo.png', 'photo.png.jpg'],
  ['invoice.pdf.exe', 'invoice.pdf.exe.jpg'],
  ['../../etc/passwd', 'passwd.jpg'],
  ['C:\\Users\\me\\a.jpg', 'a.jpg'],
  ['.htaccess', 'htaccess.jpg'],
  // What is shown as "exe.jpg" from the right to the left.
  ['photo\u202egpj.exe', 'photogpj.exe.jpg'],
  ['a\r\nset-cookie: b.jpg', 'aset-cookie_ b.jpg'],
  ['"quoted"?.jpg', '_quoted__.jpg'],
  ['con.jpg', '_con.jpg'],
  ['LPT1', '_LPT1.jpg'],
  [`${'長'.repeat(300)}.jpg`, `${'長'.repeat(120)}.jpg`],
  [`${'👩‍🔧'.repeat(60)}.jpg`, expect.stringMatching(/\.jpg$/)],
])('offers %j as %j', (name, offered) => {
  const made = offeredName(name, jpeg);
  expect(made).toEqual(offered);
  expect(made.isWellFormed()).toBe(true);
});
