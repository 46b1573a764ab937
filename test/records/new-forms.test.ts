import { describe, expect, test } from 'vitest';
import { createOrganisation, type Organisation } from '../../src/org/organisation.ts';
import { complaint } from '../../src/quality/complaint/complaint.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { recordTypes } from '../../src/quality/index.ts';
import { satisfactionReport } from '../../src/quality/satisfaction-report/satisfaction-report.ts';
import { newForm } from '../../src/records/card/draw-form.ts';
import { createNewForms } from '../../src/records/card/new-forms.ts';
import type { View } from '../../src/records/declaration/record-context.ts';
import { sampleOrg, withPerson } from '../org/sample.ts';

const org = createOrganisation(sampleOrg());

/** The same organisation, its sites in these zones. */
const inZones = (...zones: string[]): Organisation => {
  const data = sampleOrg();
  const [site] = data.sites;
  if (!site) throw new Error('no site');
  return createOrganisation({
    ...data,
    sites: zones.map((zone, at) => ({ ...site, id: at === 0 ? site.id : zone, zone })),
  });
};

const view = (more: Partial<View> = {}): View => ({
  org,
  now: new Date('2026-11-23T09:00:00Z'),
  locale: 'zh-CN',
  platform: 'slack',
  workspace: 'T1',
  viewer: 'li-na',
  ...more,
});

describe('the form for a new record', () => {
  test('is the same object again for the same person, place and language on the same day', () => {
    const forms = createNewForms();
    const first = forms.of(finding, view());
    expect(forms.of(finding, view({ now: new Date('2026-11-23T15:59:59Z') }))).toBe(first);
    expect(first).toEqual(newForm(finding, view()));
  });

  test.each<[string, Partial<View>]>([
    ['viewer', { viewer: 'wang-lei' }],
    ['viewer, none', { viewer: null }],
    ['language', { locale: 'en' }],
    ['platform', { platform: 'feishu' }],
    ['workspace', { workspace: 'T2' }],
    ['organisation, even one that is alike,', { org: createOrganisation(sampleOrg()) }],
  ])('is another for another %s', (_, other) => {
    const forms = createNewForms();
    expect(forms.of(finding, view(other))).not.toBe(forms.of(finding, view()));
    expect(forms.of(finding, view(other))).toEqual(newForm(finding, view(other)));
  });

  test('is another for another type', () => {
    const forms = createNewForms();
    expect(forms.of(complaint, view())).toEqual(newForm(complaint, view()));
    expect(forms.of(finding, view())).toEqual(newForm(finding, view()));
  });

  test('shows a change of the organisation at once', () => {
    const forms = createNewForms();
    const before = forms.of(complaint, view());
    const changed = createOrganisation(
      withPerson(sampleOrg(), 'wang-lei', { name: { zh: '王磊磊', en: 'Wang Leilei' } }),
    );
    expect(JSON.stringify(before)).not.toContain('王磊磊');
    expect(JSON.stringify(forms.of(complaint, view({ org: changed })))).toContain('王磊磊');
  });

  test('cannot be changed by its receiver', () => {
    const form = createNewForms().of(finding, view());
    expect(Object.isFrozen(form)).toBe(true);
    expect(form.fields.every((field) => Object.isFrozen(field))).toBe(true);
    expect(Object.isFrozen(form.context)).toBe(true);
  });

  test.each([
    ['Asia/Shanghai', '2026-12-31T15:59:59.999Z', '2026-12-31T16:00:00Z'],
    ['Asia/Kolkata', '2026-12-31T18:29:59.999Z', '2026-12-31T18:30:00Z'],
    ['America/New_York', '2027-01-01T04:59:59.999Z', '2027-01-01T05:00:00Z'],
  ])('is drawn once more when midnight has passed in %s', (zone, before, after) => {
    const there = inZones(zone);
    const forms = createNewForms();
    const at = (now: string) => forms.of(satisfactionReport, view({ org: there, now: new Date(now) }));
    const last = at(before);
    expect(at(before)).toBe(last);
    expect(JSON.stringify(last)).not.toContain('2027-Q1');
    expect(JSON.stringify(at(after))).toContain('2027-Q1');
    // A clock that is set back must not bring tomorrow's form.
    expect(at(before)).toEqual(last);
  });

  test('is drawn once more at the midnight of any site', () => {
    const there = inZones('Asia/Shanghai', 'America/New_York');
    const forms = createNewForms();
    const at = (now: string) => forms.of(finding, view({ org: there, now: new Date(now) }));
    const morning = at('2026-11-23T01:00:00Z');
    expect(at('2026-11-23T04:59:00Z')).toBe(morning);
    const afterNewYork = at('2026-11-23T05:00:00Z');
    expect(afterNewYork).not.toBe(morning);
    expect(at('2026-11-23T15:59:00Z')).toBe(afterNewYork);
    expect(at('2026-11-23T16:00:00Z')).not.toBe(afterNewYork);
  });

  test('is not kept for ever: beyond a limit the one that was drawn first goes', () => {
    const forms = createNewForms();
    const first = forms.of(finding, view({ viewer: 'somebody' }));
    expect(forms.of(finding, view({ viewer: 'somebody' }))).toBe(first);
    for (let count = 0; count < 1_000; count += 1) forms.of(finding, view({ viewer: `person-${count}` }));
    expect(forms.of(finding, view({ viewer: 'somebody' }))).not.toBe(first);
    const last = forms.of(finding, view({ viewer: 'person-999' }));
    expect(forms.of(finding, view({ viewer: 'person-999' }))).toBe(last);
  });
});

/** What is kept all day must be drawn the same all day. */
test.each(recordTypes.map((type) => [type.type, type] as const))(
  'the form of a new %s does not depend on the hour',
  (_, type) => {
    for (const zone of ['Asia/Shanghai', 'Asia/Kolkata', 'America/New_York']) {
      const there = inZones(zone);
      for (const viewer of [null, 'li-na', 'wang-lei']) {
        const drawn = Array.from({ length: 48 }, (_hour, hour) => {
          // Over New Year's Eve, in each of the zones and in UTC.
          const now = new Date(Date.parse('2026-12-31T00:00:00Z') + hour * 3_600_000);
          const form = createNewForms().of(type, view({ org: there, now, viewer }));
          const day = new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now);
          return [day, JSON.stringify(form)] as const;
        });
        const days = new Set(drawn.map(([day]) => day));
        expect(new Set(drawn.map(([day, form]) => `${day} ${form}`)).size, `${zone} ${viewer}`).toBe(days.size);
      }
    }
  },
);
