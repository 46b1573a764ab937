import { expect, test } from 'vitest';
import type { Markup } from '../../src/html.ts';
import { drawFrame } from '../../src/pages/frame.ts';
import { drawRating, drawThanks } from '../../src/pages/rating/draw-rating.ts';
import { drawSurvey } from '../../src/pages/survey/draw-survey.ts';
import { invitationIn, openSurveyDesk } from '../quality/surveys/surveying.ts';

const evil = `</textarea></title>"'><script>alert(1)</script><img src=x onerror=alert(2)>" onfocus="alert(3)`;
const evilName = { zh: evil, en: evil };
const path = '/c/token';
const frame = (body: Markup) =>
  drawFrame({ locale: 'zh-CN', title: evil, body, path }, { script: '/c-assets/page.js', style: '/c-assets/page.css' });

/** What of a page a browser would take for markup of somebody else's. */
const foreign = (page: string) => page.match(/<script(?! src="\/c-assets)|<img| onfocus="/g);

const service = { number: evil, title: evil, project: evil, resolved: evil, done: evil };

test('a rating’s page shows script in every field as the words they are, before it is sent, refused, and after', () => {
  const pages = [
    drawRating({ service, locale: 'zh-CN', path, given: {} }),
    drawRating({
      service,
      locale: 'zh-CN',
      path,
      given: { score: evil, comment: evil },
      problem: 'page.notTaken.text',
    }),
    drawThanks(service, 'zh-CN'),
  ].map(frame);
  expect(pages.map(foreign)).toEqual([null, null, null]);
  expect(pages.every((page) => page.includes('&lt;script&gt;alert(1)&lt;/script&gt;'))).toBe(true);
});

test('so does a survey’s, in the questions, their options, and what was answered', () => {
  const desk = openSurveyDesk({
    projects: [
      {
        id: 'metro-3',
        name: evilName,
        customer: 'metro',
        department: 'omd',
        lead: 'liu-yang',
        specialties: [{ id: 'network', name: evilName, lead: 'liu-yang' }],
        contacts: ['qian-ming'],
      },
    ],
  });
  const { data, ...record } = invitationIn(desk, 'asked');
  const options = [
    { id: 'a', text: evilName },
    { id: 'b', text: evilName },
  ];
  const asked = { text: evilName, required: false } as const;
  const questions = [
    { ...asked, id: 'overall', kind: 'rating', required: true },
    { ...asked, id: 'nps', kind: 'nps' },
    { ...asked, id: 'one', kind: 'choice', many: false, options },
    { ...asked, id: 'many', kind: 'choice', many: true, options },
    { ...asked, id: 'words', kind: 'text' },
  ] as const;
  const forms = data.forms.map((form) => ({ ...form, name: evilName, questions: [...questions] }));
  const given = Object.fromEntries(questions.map(({ id }) => [`p0.${id}`, evil]));
  const errors = Object.fromEntries(questions.map(({ id }) => [`p0.${id}`, 'form.required']));
  const view = { invitation: { ...record, data: { ...data, forms } }, org: desk.org, locale: 'zh-CN', path } as const;
  const pages = [
    drawSurvey({ ...view, title: evil, given: {}, errors: {}, isAnswered: false }),
    drawSurvey({ ...view, title: evil, given, errors, isAnswered: false }),
    drawSurvey({ ...view, title: evil, given, errors: {}, isAnswered: true }),
  ].map(frame);
  expect(pages.map(foreign)).toEqual([null, null, null]);
  expect(pages.every((page) => page.split('&lt;script&gt;alert(1)').length > 8)).toBe(true);
});
