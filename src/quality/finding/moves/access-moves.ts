import { z } from 'zod';
import { peopleOptions, personField } from '../../../records/declaration/fields.ts';
import { namesOf } from '../../../records/define-record.ts';
import { moveWith } from '../declare.ts';
import { qualityOfficer } from '../finding-roles.ts';
import { findingStates } from '../finding-states.ts';
import { letIntoActions } from '../let-into-actions.ts';
import { withVisibility } from '../visibility.ts';
import { findingWords } from '../words.ts';

const named = z.object({ people: z.array(z.string().max(100)).min(1).max(20) });

/** QED lets another person see a restricted finding. */
const admit = moveWith({
  from: namesOf(findingStates),
  by: [qualityOfficer],
  secondary: true,
  asks: {
    schema: named,
    fields: (_record, { locale, org }) => [
      personField(
        locale,
        { name: 'people', label: findingWords.field.admitted, required: true, many: true },
        peopleOptions(org.people, org, locale),
      ),
    ],
  },
  offered: ({ restricted }) => restricted,
  check(record, { people }, { org }) {
    if (!record.restricted) return { key: findingWords.refusal.notRestricted };
    return people.every((id) => org.person(id)?.active) ? null : { key: 'form.chooseOne' };
  },
  applyCommon: ({ common }, { people }) => ({
    ...withVisibility(common, 'restricted'),
    accessIds: [...new Set([...common.accessIds, ...people])].slice(0, 100),
  }),
  followUps: letIntoActions,
  news: ({ number }, { people }) => [{ to: people, key: findingWords.news.admitted, params: { number } }],
});

/** Who may see a restricted finding. */
export const accessMoves = { admit };
