import { afterEach, describe, expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { fill, openStage, platforms, type Stage } from './stage.ts';

let stage: Stage;
afterEach(() => stage.stop());

/** Somebody asks for a form, and reads it. */
async function form(person: string, said: string): Promise<string> {
  await stage.desk.say(person, said);
  return stage.desk.formText(person);
}

describe.each(platforms)('a form that is kept, on %s,', (platform) => {
  test('is the same for anyone who asks again, with nothing of what was typed or sent in between', async () => {
    stage = await openStage(platform);
    const empty = await form('huang-tao', '/finding new');
    await fill(stage, 'huang-tao', { what: '门禁记录缺失', where: '1号机房' });
    expect(await form('huang-tao', '/finding new')).toBe(empty);

    await stage.sendPhoto('huang-tao');
    await stage.settle();
    await stage.desk.press('huang-tao', '收到，要怎么处理', '报告新的发现项');
    await eventually(async () => expect(await stage.desk.formText('huang-tao')).toContain('将作为证据：1 个文件'));
    expect(await form('huang-tao', '/finding new')).toBe(empty);
  });

  test('is in the language of the person who asks', async () => {
    stage = await openStage(platform);
    expect(await form('huang-tao', '/finding new')).toContain('报告发现项');
    expect(await form('emily-carter', '/finding new')).toContain('Report a finding');
    expect(await form('huang-tao', '/finding new')).toContain('报告发现项');
  });

  test('shows what has changed in the organisation at once', async () => {
    stage = await openStage(platform);
    expect(await form('xu-fang', '/complaint new')).toContain('滨海地铁集团');
    await stage.desk.say('li-na', '/customer edit 滨海地铁集团');
    await fill(stage, 'li-na', { zh: '滨海轨道交通集团', en: 'Binhai Rail', level: 'major' });
    const changed = await form('xu-fang', '/complaint new');
    expect(changed).toContain('滨海轨道交通集团');
    expect(changed).not.toContain('滨海地铁集团');
  });

  test('turns with the day where its reader works: at midnight in Shanghai, not in UTC', async () => {
    stage = await openStage(platform);
    stage.clock.moveTo('2026-12-31T15:59:59Z');
    expect(await form('li-na', '/qm yearly-survey new')).toContain('"2026"');
    stage.clock.moveTo('2026-12-31T16:00:00Z');
    expect(await form('li-na', '/qm yearly-survey new')).toContain('"2027"');
  });
});
