import { expect, test } from 'vitest';
import { eventually } from '../support/eventually.ts';
import { ask, fill, openOnPlatform, platforms, press } from './stage.ts';

test.each(platforms)(
  'customers and projects are listed, looked at and changed on %s, by those who may',
  async (platform) => {
    const stage = await openOnPlatform(platform);
    try {
      expect(await ask(stage, 'ma-li', '/customer list')).toContain('滨海地铁集团');
      await press(stage, 'ma-li', '滨海地铁集团', '查看');
      await eventually(() => expect(stage.seen('ma-li')).toContain('2026年12月14日前'));
      expect(stage.seen('ma-li')).not.toContain('02255501200');
      expect(await ask(stage, 'ma-li', '/customer edit 滨海地铁集团')).toContain('请联系他们');
      expect(await ask(stage, 'ma-li', '/project new')).toContain('请联系他们');

      await stage.desk.say('li-na', '/customer edit 滨海地铁集团');
      await fill(stage, 'li-na', { zh: '滨海轨道交通集团', en: 'Binhai Rail', level: 'major' });
      await eventually(() => expect(stage.seen('li-na')).toContain('滨海轨道交通集团'));
      await ask(stage, 'li-na', '/project metro-3');
      await press(stage, 'li-na', '地铁三号线运维', '服务级别');
      await fill(stage, 'li-na', { goal: '99' });
      await eventually(() => expect(stage.seen('li-na')).toContain('99%'));
      expect(await ask(stage, 'ma-li', '/project metro-3')).toContain('滨海轨道交通集团');
    } finally {
      await stage.stop();
    }
  },
);
