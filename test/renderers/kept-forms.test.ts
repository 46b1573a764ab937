import { describe, expect, test } from 'vitest';
import { createFormContents } from '../../adapters/feishu/answer/form-contents.ts';
import { contentOf } from '../../adapters/feishu/render/card-size.ts';
import { renderForm as feishuForm } from '../../adapters/feishu/render/render-form.ts';
import { createEncodedViews } from '../../adapters/slack/render/encoded-views.ts';
import { renderForm as slackForm } from '../../adapters/slack/render/render-form.ts';
import type { Form } from '../../src/chat/form.ts';
import type { Platform } from '../../src/chat/interaction.ts';
import { keepRendered } from '../../src/chat/keep-rendered.ts';
import { locales } from '../../src/i18n/locale.ts';
import { samples } from './samples.ts';

/** Every form that the product shows. */
const formsOn = (platform: Platform): Form[] =>
  samples.flatMap((sample) => {
    const shown = sample.on(platform);
    return shown.kind === 'form' ? [shown.form] : [];
  });

test('there are forms with a context of their own, with answers and with files', () => {
  const forms = formsOn('slack');
  expect(forms.length).toBeGreaterThan(50);
  expect(forms.some(({ context }) => Object.keys(context).length > 0)).toBe(true);
  expect(forms.some(({ fields }) => fields.some((field) => field.initial !== undefined))).toBe(true);
});

describe('on Slack', () => {
  const views = createEncodedViews();
  const read = (encoded: string): unknown => JSON.parse(decodeURIComponent(encoded));
  const placesOfAsking = [
    { channel: 'C0ONE' },
    { channel: 'C0OTHER', responseUrl: 'https://hooks.slack.com/actions/T/1/“二”' },
    {},
  ];

  test('what is kept of a form is the form as it is rendered, and carries where it was asked for each time', () => {
    for (const form of formsOn('slack')) {
      for (const locale of locales) {
        for (const place of placesOfAsking) {
          expect(read(views.of(form, locale, place))).toEqual(slackForm(form, locale, { ...place, step: 0 }));
        }
      }
    }
  });

  test('a form with files given before carries them each time', () => {
    const photo = { platform: 'slack', workspace: 'T1', ref: 'F1', name: '门禁.jpg' } as const;
    const field = { kind: 'file', name: 'files', label: '照片', required: false, most: 3, megabytes: 10 } as const;
    const [form] = formsOn('slack');
    if (!form) throw new Error('no form');
    const given: Form = { ...form, fields: [{ ...field, initial: [photo] }] };
    for (const place of placesOfAsking) {
      expect(read(views.of(given, 'en', place))).toEqual(slackForm(given, 'en', { ...place, step: 0 }));
      expect(read(views.of(form, 'en', place))).toEqual(slackForm(form, 'en', { ...place, step: 0 }));
    }
  });

  test('an error is shown once, and not kept', () => {
    for (const form of formsOn('slack')) {
      views.of(form, 'en', {});
      expect(read(views.of(form, 'en', {}, 'wrong'))).toEqual(slackForm(form, 'en', { step: 0 }, 'wrong'));
      expect(read(views.of(form, 'en', {}))).toEqual(slackForm(form, 'en', { step: 0 }));
    }
  });

  test('what Slack would refuse is refused each time', () => {
    const [form] = formsOn('slack');
    if (!form) throw new Error('no form');
    const long: Form = { ...form, context: { a: 'x'.repeat(3_000) } };
    for (let times = 0; times < 2; times += 1) expect(() => views.of(long, 'en', {})).toThrow('slack.unfit');
  });
});

test('on Feishu what is kept of a form is the content as it is rendered', () => {
  const contents = createFormContents();
  for (const form of formsOn('feishu')) {
    for (const locale of [...locales, ...locales]) {
      expect(contents(form, locale)).toEqual(contentOf(feishuForm(form, locale)));
    }
  }
});

describe('what is kept', () => {
  const form: Form = { id: 'a.b', title: 'x', submit: 'x', cancel: 'x', fields: [], context: {} };

  test('is rendered once for each form and language', () => {
    let count = 0;
    const keep = keepRendered(() => ++count);
    expect([
      keep(form, 'en'),
      keep(form, 'en'),
      keep(form, 'zh-CN'),
      keep({ ...form }, 'en'),
      keep(form, 'en'),
    ]).toEqual([1, 1, 2, 3, 1]);
  });

  test('is nothing that failed', () => {
    let count = 0;
    const keep = keepRendered(() => {
      count += 1;
      if (count === 1) throw new Error('not this time');
      return count;
    });
    expect(() => keep(form, 'en')).toThrow('not this time');
    expect([keep(form, 'en'), keep(form, 'en')]).toEqual([2, 2]);
  });
});
