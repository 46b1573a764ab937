import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import { canonicalize } from 'json-canonicalize';
import { translate } from '../../i18n/translate.ts';
import type { OrgStore } from '../../org/org-store.ts';
import { nameOf } from '../../org/organisation.ts';
import { readSurveyAnswers, type SurveyAnswers } from '../../quality/satisfaction/survey-answers.ts';
import {
  openParts,
  type SurveyInvitationData,
  surveyInvitationData,
} from '../../quality/survey-invitation/survey-invitation-data.ts';
import type { Records } from '../../records/records.ts';
import type { RecordOf } from '../../records/shape/record.ts';
import type { CustomerLink } from '../customer-link.ts';
import { customerOf, type Page, type PageForm, type PageHandler, type Visit } from '../page-handler.ts';
import { drawSurvey } from './draw-survey.ts';
import { fieldsOf, givenBy } from './form-fields.ts';

/** What the survey page needs. */
export interface SurveyPageParts {
  readonly records: Pick<Records, 'load' | 'perform'>;
  readonly organisation: Pick<OrgStore, 'load'>;
}

type Invitation = RecordOf<SurveyInvitationData>;

/** Everything a contact is asked in a month, of all surveys together, on one page. Answers may be changed until the last survey is closed. */
export function createSurveyPage({ records, organisation }: SurveyPageParts): PageHandler {
  async function invitationOf({ number }: CustomerLink): Promise<Invitation | null> {
    const record = await records.load({ number });
    if (record?.type !== 'surveyInvitation' || record.state === 'closed') return null;
    return { ...record, data: surveyInvitationData.parse(record.data) };
  }

  async function draw(
    invitation: Invitation,
    visit: Visit,
    form: PageForm | null,
    errors: Readonly<Record<string, string>>,
  ): Promise<Page> {
    const org = await organisation.load();
    const { locale } = visit;
    const isWrong = Object.keys(errors).length > 0;
    const title = translate(locale, 'survey.page.title', { company: nameOf(org.company, locale) });
    const given = form ?? givenBy(invitation.data);
    const isAnswered = invitation.state === 'answered' && !isWrong;
    const body = drawSurvey({ invitation, org, locale, path: visit.path, title, given, errors, isAnswered });
    return { title, body, status: isWrong ? 422 : 200 };
  }

  return {
    purpose: 'survey',
    languageOf: async ({ contactId }) =>
      (await organisation.load()).contact(contactId ?? '')?.contact.language ?? 'zh-CN',
    async show(visit) {
      const invitation = await invitationOf(visit.link);
      return invitation ? draw(invitation, visit, null, {}) : 'expired';
    },
    async take(visit, form) {
      const invitation = await invitationOf(visit.link);
      if (!invitation) return 'expired';
      const read = readParts(invitation.data, form);
      if (!read.ok) return draw(invitation, visit, form, read.errors);
      // Sent twice, they are there already; new ones replace the previous answers.
      if (isSame(invitation.data, read.answers)) return 'done';
      const said = createHash('sha256').update(canonicalize(read.answers)).digest('hex').slice(0, 16);
      const { verdict } = await records.perform(
        { id: invitation.id },
        {
          move: 'answer',
          answers: { answers: read.answers },
          actor: customerOf(visit.link),
          interaction: `page:${visit.link.id}:${invitation.version}:${said}`,
          round: null,
        },
      );
      // Closed in the meantime: the page says so when it is shown again.
      return verdict.verdict === 'done' || verdict.verdict === 'repeated' ? 'done' : 'expired';
    },
  };
}

const isSame = ({ parts }: SurveyInvitationData, answers: readonly { survey: string; answers: SurveyAnswers }[]) =>
  answers.every((one) => isDeepStrictEqual(parts.find(({ survey }) => survey === one.survey)?.answers, one.answers));

type ReadParts =
  | { readonly ok: true; readonly answers: { survey: string; answers: SurveyAnswers }[] }
  | { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The answers to all surveys on the page, or a catalog key for each invalid field. */
function readParts(data: SurveyInvitationData, form: PageForm): ReadParts {
  const answers: { survey: string; answers: SurveyAnswers }[] = [];
  const errors: Record<string, string> = {};
  for (const part of openParts(data)) {
    const questionnaire = data.forms[part.form];
    if (!questionnaire) continue;
    const fields = fieldsOf(part, questionnaire, data);
    const read = readSurveyAnswers(questionnaire, fields.read(form));
    if (read.ok) answers.push({ survey: part.survey, answers: read.answers });
    else for (const [question, key] of Object.entries(read.errors)) errors[fields.nameOf(question)] = key;
  }
  return Object.keys(errors).length > 0 ? { ok: false, errors } : { ok: true, answers };
}
