import { dayOf, endOfDay, startOfDay } from '../../calendar/day.ts';
import type { Form } from '../../chat/form.ts';
import { freezeDeep } from '../../org/freeze-deep.ts';
import type { Organisation } from '../../org/organisation.ts';
import type { View } from '../declaration/record-context.ts';
import type { RecordType } from '../declaration/record-type.ts';
import { newForm } from './draw-form.ts';

/** Forms for new records, each drawn once as long as it would be drawn the same. */
export interface NewForms {
  /**
   * The form as `newForm` draws it, frozen. It is the same object again for the same type, organisation, viewer, language and place, as
   * long as no site's day has turned: nothing else may decide what it asks. So an adapter can keep what it renders of it. What is
   * somebody's own, such as answers or material, makes another form of it.
   */
  of<Data>(type: RecordType<Data>, view: View): Form;
}

/** Forms of one organisation, between the midnights of its sites. */
interface Kept {
  /** Milliseconds, both inclusive. */
  readonly from: number;
  readonly until: number;
  /** The one that was drawn first comes first. */
  readonly forms: Map<string, Form>;
  weight: number;
}

/** How much is kept of an organisation's forms, in options; with what adapters render of one, each is half a kilobyte. */
const MOST = 30_000;
/** What a form weighs beside its options. */
const FORM_WEIGHT = 30;

export function createNewForms(): NewForms {
  // A change gives another organisation, and what was kept of the old one goes with it.
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

/** From the latest midnight of any site to the next of any. */
function daySpan({ sites }: Organisation, now: Date): Pick<Kept, 'from' | 'until'> {
  const days = sites.map(({ zone }) => ({ zone, day: dayOf(now, zone) }));
  return {
    from: Math.max(...days.map(({ day, zone }) => startOfDay(day, zone).getTime())),
    until: Math.min(...days.map(({ day, zone }) => endOfDay(day, zone).getTime())),
  };
}

const weightOf = ({ fields }: Form): number =>
  fields.reduce((sum, field) => sum + ('options' in field ? field.options.length : 0), FORM_WEIGHT);
