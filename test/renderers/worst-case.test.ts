import { describe, expect, test } from 'vitest';
import { fits } from '../../adapters/feishu/render/card-size.ts';
import { renderForm } from '../../adapters/feishu/render/render-form.ts';
import { locales } from '../../src/i18n/locale.ts';
import { finding } from '../../src/quality/finding/finding.ts';
import { drawCard } from '../../src/records/card/draw-card.ts';
import { moveForm, newForm, withAnswers } from '../../src/records/card/draw-form.ts';
import { states } from '../quality/finding/finding-in.ts';
import type { Shown } from './sample.ts';
import { viewOn } from './seats.ts';
import { showOnFeishu, showOnSlack } from './show.ts';
import { crowdedOrg, fillings, fullFinding, textOf } from './worst-case.ts';

/** States in which the card holds a whole report, more than any platform takes. */
const withoutReport = new Set<string>([
  'reported',
  'askedBack',
  'rejected',
  'merged',
  'toAnswer',
  'answered',
  'answerReturned',
  'agreed',
]);
const reported = new Set<string>(states.filter((state) => !withoutReport.has(state)));
const asked = Object.keys(finding.moves).filter((move) => finding.moves[move]?.ask);

describe.each(fillings)('every text at its limit, 20 actions and 300 people, in %s', (_name, piece) => {
  describe.each(locales)('in %s', (locale) => {
    const view = (platform: 'slack' | 'feishu', viewer: string | null) =>
      viewOn(platform, { org: crowdedOrg, locale, viewer });
    const shownOn = (shown: (platform: 'slack' | 'feishu') => Shown) =>
      [showOnSlack(shown('slack'), locale), showOnFeishu(shown('feishu'), locale)] as const;

    test.each(states)('a card of a finding that is %s is shown shortened, says so, and is never refused', (state) => {
      const record = fullFinding(state, piece);
      for (const as of ['channel', 'personal', 'retired'] as const) {
        const viewer = as === 'personal' ? 'liu-yang' : null;
        const taken = shownOn((platform) => ({
          kind: 'card',
          card: drawCard(finding, record, view(platform, viewer), { as }),
        }));
        const mustSay = as !== 'retired' && reported.has(state);
        const silent = taken.filter((one) => mustSay && !/\d+ (more characters|个字)/.test(JSON.stringify(one)));
        expect(silent).toEqual([]);
      }
    });

    test.each(asked)('the form of %s is never refused', (move) => {
      const record = fullFinding('verifying', piece);
      const shown = shownOn((platform) => {
        const form = moveForm(finding, record, move, view(platform, 'liu-yang'));
        if (!form) throw new Error('asks nothing');
        return { kind: 'form', form };
      });
      expect(shown).toHaveLength(2);
    });

    test('a new finding, given back with all that was written, is not refused: what Feishu does not take is not sent', () => {
      const answers = {
        what: textOf(3000, piece),
        where: textOf(1000, piece),
        title: textOf(200, piece),
        criterion: textOf(1000, piece),
        evidence: textOf(3000, piece),
      };
      const form = withAnswers(newForm(finding, view('feishu', 'emily')), answers);
      const errors = Object.fromEntries(form.fields.map(({ name }) => [name, '最多 3000 个字，请精简一些。']));
      const shown: Shown = { kind: 'form', form, errors };
      expect(() => showOnSlack(shown, locale)).not.toThrow();
      const isSent = fits(renderForm(form, locale, { fields: errors }));
      expect(isSent ? showOnFeishu(shown, locale).schema : '2.0').toBe('2.0');
    });
  });
});
