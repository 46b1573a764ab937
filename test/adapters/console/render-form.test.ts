import { describe, expect, test } from 'vitest';
import { renderField } from '../../../adapters/console/render/render-field.ts';
import { renderForm } from '../../../adapters/console/render/render-form.ts';
import type { Field, Form } from '../../../src/chat/form.ts';
import { words } from '../../../src/chat/text.ts';

const draw = (field: Field, error?: string): string => renderField(field, error, 'en').toString();
const options = [
  { value: 'a', label: 'A' },
  { value: 'b', label: 'B' },
];
const warning =
  '<svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false"><path d="M10 3.2 17.2 16H2.8zM10 8v3.6M10 13.7v.1"/></svg>';

describe('a field in the console', () => {
  test('draws a text', () => {
    expect(draw({ kind: 'text', name: 'where', label: 'Where', required: true, initial: 'Room 3 "east"' })).toBe(
      '<div class="field" data-name="where" data-kind="text"><label for="field-where">Where</label><input type="text" id="field-where" name="where" aria-required="true" value="Room 3 &quot;east&quot;" data-max="1000"></div>',
    );
  });

  test('draws a long text, and keeps a line break at its start', () => {
    expect(draw({ kind: 'longText', name: 'seen', label: 'Seen', required: false, initial: '\nx', max: 50 })).toBe(
      '<div class="field" data-name="seen" data-kind="longText"><label for="field-seen">Seen<span class="optional">optional</span></label><textarea rows="4" id="field-seen" name="seen" data-max="50">\n\nx</textarea></div>',
    );
  });

  test('draws a choice of few that must be made laid open', () => {
    expect(draw({ kind: 'choice', name: 'nature', label: 'Kind', required: true, options, initial: ['b'] })).toBe(
      '<fieldset class="field" data-name="nature" data-kind="choice"><legend>Kind</legend><div class="checks"><label class="check"><input type="radio" name="nature" value="a"><span>A</span></label><label class="check"><input type="radio" name="nature" value="b" checked><span>B</span></label></div></fieldset>',
    );
  });

  test('draws a choice that may be left as a list with an empty line', () => {
    expect(draw({ kind: 'choice', name: 'nature', label: 'Kind', required: false, options, initial: ['b'] })).toBe(
      '<div class="field" data-name="nature" data-kind="choice"><label for="field-nature">Kind<span class="optional">optional</span></label><select id="field-nature" name="nature"><option value="">Choose</option><option value="a">A</option><option value="b" selected>B</option></select></div>',
    );
  });

  test('draws several choices as boxes to tick, under their headings', () => {
    const grouped = options.map((option) => ({ ...option, group: 'Letters' }));
    expect(draw({ kind: 'choice', name: 'many', label: 'Many', required: true, many: true, options: grouped })).toBe(
      '<fieldset class="field" data-name="many" data-kind="choices"><legend>Many</legend><div class="checks"><p class="check-group">Letters</p><label class="check"><input type="checkbox" name="many" value="a"><span>A</span></label><label class="check"><input type="checkbox" name="many" value="b"><span>B</span></label></div></fieldset>',
    );
  });

  test('draws a person as a list of candidates, under their headings', () => {
    const grouped = options.map((option) => ({ ...option, group: 'QED' }));
    expect(draw({ kind: 'person', name: 'who', label: 'Who', required: true, options: grouped })).toBe(
      '<div class="field" data-name="who" data-kind="choice"><label for="field-who">Who</label><select id="field-who" name="who" aria-required="true"><option value="">Choose</option><optgroup label="QED"><option value="a">A</option><option value="b">B</option></optgroup></select></div>',
    );
  });

  test('draws a day', () => {
    expect(draw({ kind: 'date', name: 'day', label: 'Day', required: true, initial: '2026-11-30' })).toBe(
      '<div class="field" data-name="day" data-kind="date"><label for="field-day">Day</label><input type="date" id="field-day" name="day" aria-required="true" value="2026-11-30" max="9999-12-31"></div>',
    );
  });

  test('draws a number, and a nought as a nought', () => {
    expect(draw({ kind: 'number', name: 'hours', label: 'Hours', required: true, initial: 0 })).toBe(
      '<div class="field" data-name="hours" data-kind="number"><label for="field-hours">Hours</label><input type="text" inputmode="decimal" id="field-hours" name="hours" aria-required="true" value="0"></div>',
    );
  });

  test('ties hint and error to the input', () => {
    expect(draw({ kind: 'date', name: 'day', label: 'Day', required: true, hint: 'Soon' }, 'Too <late>')).toBe(
      `<div class="field" data-name="day" data-kind="date" data-wrong><label for="field-day">Day</label><input type="date" id="field-day" name="day" aria-required="true" aria-invalid="true" aria-describedby="hint-day error-day" value="" max="9999-12-31"><p class="hint" id="hint-day">Soon</p><p class="error" id="error-day">${warning}<span>Too &lt;late&gt;</span></p></div>`,
    );
  });

  test('ties hint and error to a group of inputs', () => {
    expect(draw({ kind: 'choice', name: 'n', label: 'N', required: true, options, hint: 'One' }, 'None')).toContain(
      '<fieldset class="field" data-name="n" data-kind="choice" data-wrong aria-describedby="hint-n error-n">',
    );
  });
});

describe('a form in the console', () => {
  const form: Form = {
    id: 'finding.new',
    title: 'New',
    submit: 'Go',
    cancel: 'No',
    intro: words('Hello'),
    fields: [{ kind: 'date', name: 'day', label: 'Day', required: true }],
    context: { record: 'FD-1' },
  };

  test('carries its id, its context, its words and its fields', () => {
    const markup = renderForm(form, 'en').toString();
    expect(markup).toMatch(
      /^<form class="form" novalidate autocomplete="off" data-form="finding.new" data-context="{&quot;record&quot;:&quot;FD-1&quot;}"><header class="form-head"><h2 id="form-title">New<\/h2>/,
    );
    expect(markup).toContain(
      `<div class="form-body"><p class="intro">Hello</p>${draw(form.fields[0] ?? never())}</div>`,
    );
    expect(markup).toMatch(
      /<footer class="form-foot"><button type="button" class="button" data-style="plain" data-cancel>No<\/button><button type="submit" class="button" data-style="primary">Go<\/button><\/footer><\/form>$/,
    );
  });

  test('says what is optional only where something is', () => {
    expect(renderForm(form, 'en').toString()).not.toContain('required.');
    const optional = { ...form, fields: form.fields.map((field) => ({ ...field, required: false })) };
    expect(renderForm(optional, 'en').toString()).toContain('Everything not marked “optional” is required.');
  });

  test('shows the general error, and with it one for a field that is not there', () => {
    const markup = renderForm(form, 'en', {
      fields: { day: 'Bad day', gone: 'Lost' },
      general: 'Look again',
    }).toString();
    const texts = [...markup.matchAll(/data-general>.*?<span>(.*?)<\/span>/g)].map((match) => match[1]);
    expect(texts).toEqual(['Look again', 'Lost']);
    expect(markup).toContain('<span>Bad day</span>');
  });
});

function never(): never {
  throw new Error('the form has a field');
}
