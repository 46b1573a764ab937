import { expect, test } from 'vitest';
import { readCustomerFile } from '../../../src/org/customer-import/read-customer-file.ts';
import { readCsv } from '../../../src/org/people-file/read-csv.ts';
import { sampleOrg } from '../sample.ts';

const HEADINGS = '客户名称,客户级别,联系人,职务,联系电话,邮箱,语言,可联系时间,方便时间';

const read = (lines: readonly string[], org = sampleOrg()) =>
  readCustomerFile('customers', readCsv(Buffer.from([HEADINGS, ...lines].join('\n'))), new Map(), org);

const customerIn = (lines: readonly string[], id: string) => read(lines).data.customers.find((each) => each.id === id);

test('a new customer comes with its contacts, a line for each', () => {
  const { data, problems, lines } = read([
    '滨海机场,重点客户,韩梅,信息部经理,022-6660 1000转12,Han.Mei@airport.example,中文,9:00-17:30,下午',
    '滨海机场,,Tom Brown,,13800000099,,English,,',
  ]);
  expect(problems).toEqual([]);
  expect(lines).toBe(2);
  expect(data.customers.at(-1)).toEqual({
    id: 'customer-1',
    name: { zh: '滨海机场', en: '滨海机场' },
    level: 'key',
    active: true,
    contacts: [
      {
        id: 'contact-1',
        name: { zh: '韩梅', en: '韩梅' },
        title: '信息部经理',
        phone: '02266601000,12',
        email: 'han.mei@airport.example',
        language: 'zh-CN',
        callingHours: { from: '09:00', to: '17:30' },
        preferred: '下午',
        active: true,
      },
      {
        id: 'tom-brown',
        name: { zh: 'Tom Brown', en: 'Tom Brown' },
        phone: '+8613800000099',
        language: 'en',
        active: true,
      },
    ],
  });
});

test('a contact who is known is changed where the line says something, and keeps the rest', () => {
  const customer = customerIn(['滨海地铁集团,,孙丽,,13900000000,,,,'], 'metro');
  expect(customer?.level).toBe('key');
  expect(customer?.contacts.find(({ id }) => id === 'sun-li')).toMatchObject({
    phone: '+8613900000000',
    title: '调度值班长',
  });
  expect(customer?.contacts).toHaveLength(2);
});

test('two people behind one switchboard’s number stay two', () => {
  const customer = customerIn(['滨海地铁集团,,钱小明,,022-5550 1200转801,,,,'], 'metro');
  expect(customer?.contacts.map(({ name }) => name.zh)).toEqual(['钱明', '孙丽', '钱小明']);
});

test('read a second time, a list changes nothing more', () => {
  const lines = ['滨海机场,重点客户,韩梅,,022-66601000,,,,', '滨海地铁集团,主要客户,孙丽,,,,,,'];
  const once = read(lines).data;
  expect(read(lines, once).data).toEqual(once);
});

test('each bad line is told with its column, and the others are read', () => {
  const { data, problems } = read([
    ',,韩梅,,13800000001,,,,',
    '滨海机场,钻石,韩梅,,13800000001,,,,',
    '滨海机场,,韩梅,,不详,han@,,,',
    '滨海机场,,,,13800000001,,,,',
    '滨海机场,,韩梅,,,,法语,22:00-9:00,',
    '云岭茶业,一般客户,,,,,,,',
  ]);
  expect(problems.map(({ line, column, key }) => `${line} ${column} ${key}`)).toEqual([
    '2 客户名称 served.line.noCustomerName',
    '3 客户级别 served.line.noLevel',
    '4 联系电话 served.line.badPhone',
    '4 邮箱 served.line.badEmail',
    '5 联系人 served.line.noContactName',
    '6 语言 served.line.badLanguage',
    '6 可联系时间 served.line.badHours',
  ]);
  expect(data.customers.map(({ name }) => name.zh)).toEqual(['滨海地铁集团', '滨海市大数据中心', '云岭茶业']);
});

test('a list without customers is refused by name', () => {
  const table = readCsv(Buffer.from('联系人,联系电话\n韩梅,13800000001'));
  expect(() => readCustomerFile('customers', table, new Map(), sampleOrg())).toThrow('served.columnMissing');
});
