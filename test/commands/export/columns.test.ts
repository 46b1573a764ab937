import { expect, test } from 'vitest';
import { columnsFor } from '../../../commands/export/columns.ts';
import { callBack } from '../../../src/quality/call-back/call-back.ts';
import { incident } from '../../../src/quality/incident/incident.ts';
import { callBackIn, openCallDesk } from '../../quality/call-back/call-back-in.ts';
import { incidentIn } from '../../quality/incident/incident-in.ts';

test('the times of incidents and call-backs stand in an exported list by the clock of the reader’s site, which the heading names', () => {
  const desk = openCallDesk();
  const { org } = desk;
  const reading = { org, now: desk.setting().now, locale: 'zh-CN', zone: 'Asia/Shanghai' } as const;
  const cells = (type: typeof incident | typeof callBack, record: object) =>
    Object.fromEntries(
      columnsFor(type as never, reading).map((column) => [
        column.heading,
        column.cell({ ...record, closedAt: null } as never),
      ]),
    );
  expect(cells(incident, incidentIn(desk, 'resolved'))).toMatchObject({
    '报告时间（Asia/Shanghai）': { kind: 'time', time: '2026-11-23T10:00' },
    '解决时间（Asia/Shanghai）': { kind: 'time', time: '2026-11-23T10:00' },
    '关闭时间（Asia/Shanghai）': { kind: 'empty' },
  });
  expect(cells(callBack, callBackIn(desk, 'reached'))).toMatchObject({
    '客户评价时间（Asia/Shanghai）': { kind: 'time', time: '2026-11-23T10:00' },
    '首次拨打时间（Asia/Shanghai）': { kind: 'empty' },
  });
});
