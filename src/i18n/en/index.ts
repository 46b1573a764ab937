import type { zhCn } from '../zh-cn/index.ts';
import { action } from './action.ts';
import { admin } from './admin.ts';
import { around } from './around.ts';
import { away } from './away.ts';
import { calendar } from './calendar.ts';
import { callBack } from './call-back.ts';
import { calls } from './calls.ts';
import { chart } from './chart.ts';
import { clock } from './clock.ts';
import { command } from './command.ts';
import { common } from './common.ts';
import { companySurvey } from './company-survey.ts';
import { complaint } from './complaint.ts';
import { complete } from './complete.ts';
import { consoleTexts } from './console.ts';
import { desk } from './desk.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { exportTexts } from './export.ts';
import { feedback } from './feedback.ts';
import { feishu } from './feishu.ts';
import { file } from './file.ts';
import { finding } from './finding.ts';
import { findingAnswer } from './finding-answer.ts';
import { findingDispute } from './finding-dispute.ts';
import { findingTriage } from './finding-triage.ts';
import { givePage } from './give-page.ts';
import { incident } from './incident.ts';
import { incidentImport } from './incident-import.ts';
import { incidentMissed } from './incident-missed.ts';
import { intake } from './intake.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { monthly } from './monthly.ts';
import { org } from './org.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { projectSurvey } from './project-survey.ts';
import { proposal } from './proposal.ts';
import { reckoning } from './reckoning.ts';
import { record } from './record.ts';
import { reminder } from './reminder.ts';
import { satisfaction } from './satisfaction.ts';
import { satisfactionReport } from './satisfaction-report.ts';
import { served } from './served.ts';
import { service } from './service.ts';
import { serviceReport } from './service-report.ts';
import { slack } from './slack.ts';
import { storage } from './storage.ts';
import { survey } from './survey.ts';
import { surveyInvitation } from './survey-invitation.ts';
import { visit } from './visit.ts';

/** The English catalogue: complete by its type. */
export const en: Record<keyof typeof zhCn, string> = {
  ...common,
  ...command,
  ...calendar,
  ...chart,
  ...digest,
  ...monthly,
  ...org,
  ...givePage,
  ...pages,
  ...serviceReport,
  ...people,
  ...served,
  ...incident,
  ...proposal,
  ...complaint,
  ...visit,
  ...incidentMissed,
  ...incidentImport,
  ...service,
  ...satisfactionReport,
  ...satisfaction,
  ...feedback,
  ...callBack,
  ...calls,
  ...clock,
  ...link,
  ...intake,
  ...away,
  ...admin,
  ...complete,
  ...consoleTexts,
  ...desk,
  ...evidence,
  ...record,
  ...around,
  ...reminder,
  ...reckoning,
  ...file,
  ...finding,
  ...findingTriage,
  ...findingDispute,
  ...findingAnswer,
  ...action,
  ...list,
  ...exportTexts,
  ...slack,
  ...storage,
  ...projectSurvey,
  ...companySurvey,
  ...surveyInvitation,
  ...survey,
  ...feishu,
};
