import { dayOf, endOfDay, startOfDay } from '../../calendar/day.ts';
import type { Form } from '../../chat/form.ts';
import { freezeDeep } from '../../org/freeze-deep.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { newForm } from './draw-form.ts';

/** Forms for new records, each drawn once for as long as drawing it again would give the same form. */
export interface NewForms {
  /**
   * The form as drawn by `newForm`, frozen. The same type, organization, viewer, language and place give the same object until midnight at any site:
   * nothing else may affect its questions, so an adapter can cache its rendering. Personal content, such as answers or material, needs a separate
   * form.
   */
  of<Data>(type: RecordType<Data>, view: View): Form;
}

/** Forms of one organization, valid between midnights of its sites. */
interface Kept {
  /** Milliseconds, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** In the order they were drawn, oldest first. */
  readonly forms: Map<string, Form>;
  weight: number;
}

/** The most options kept across an organization's forms; with an adapter's rendering, each takes half a kilobyte. */
const MOST = 30_000;
/** The cost of a form on top of its options. */
const FORM_WEIGHT = 30;

export function createNewForms(): NewForms {
  // A configuration change creates a new organization object, and the old one's forms go with it.
  const byOrganisation = new WeakMap<Organisation, Kept>();

  function keptAt({ org, now }: View): Kept {
    const at = now.getTime();
    const known = byOrganisation.get(org);
    if (known && known.from <= at && at <= known.until) return known;
    const kept = { ...daySpan(org, now), forms: new Map<string, Form>(), weight: 0 };
    byOrganisation.set(org, kept);
    return kept;
  }

  return {
    of(type, view) {
      const kept = keptAt(view);
      const key = [type.type, view.locale, view.platform, view.workspace, view.viewer].join('\n');
      const known = kept.forms.get(key);
      if (known) return known;
      const form = freezeDeep(newForm(type, view));
      if (weightOf(form) > MOST) return form;
      kept.forms.set(key, form);
      kept.weight += weightOf(form);
      for (const [oldest, old] of kept.forms) {
        if (kept.weight <= MOST) break;
        kept.forms.delete(oldest);
        kept.weight -= weightOf(old);
      }
      return form;
    },
  };
}

/** From the latest past midnight of any site to the next one of any site. */
function daySpan({ sites }: Organisation, now: Date): Pick<Kept, 'from' | 'until'> {
  const days = sites.map(({ zone }) => ({ zone, day: dayOf(now, zone) }));
  return {
    from: Math.max(...days.map(({ day, zone }) => startOfDay(day, zone).getTime())),
    until: Math.min(...days.map(({ day, zone }) => endOfDay(day, zone).getTime())),
  };
}

const weightOf = ({ fields }: Form): number =>
  fields.reduce((sum, field) => sum + ('options' in field ? field.options.length : 0), FORM_WEIGHT);
