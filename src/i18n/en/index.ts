import type { zhCn } from '../zh-cn/index.ts';
import { admin } from './admin.ts';
import { around } from './around.ts';
import { away } from './away.ts';
import { calendar } from './calendar.ts';
import { callBack } from './call-back.ts';
import { calls } from './calls.ts';
import { capa } from './capa.ts';
import { chart } from './chart.ts';
import { clock } from './clock.ts';
import { command } from './command.ts';
import { common } from './common.ts';
import { complete } from './complete.ts';
import { consoleTexts } from './console.ts';
import { desk } from './desk.ts';
import { digest } from './digest.ts';
import { evidence } from './evidence.ts';
import { exportTexts } from './export.ts';
import { feedback } from './feedback.ts';
import { feishu } from './feishu.ts';
import { file } from './file.ts';
import { givePage } from './give-page.ts';
import { incidentImport } from './incident-import.ts';
import { intake } from './intake.ts';
import { link } from './link.ts';
import { list } from './list.ts';
import { monthly } from './monthly.ts';
import { org } from './org.ts';
import { pages } from './pages.ts';
import { people } from './people.ts';
import { projectSurvey } from './project-survey.ts';
import { recompute } from './recompute.ts';
import { record } from './record.ts';
import { reminder } from './reminder.ts';
import { satisfaction } from './satisfaction.ts';
import { served } from './served.ts';
import { service } from './service.ts';
import { serviceReport } from './service-report.ts';
import { slack } from './slack.ts';
import { stats } from './stats.ts';
import { storage } from './storage.ts';
import { survey } from './survey.ts';

/** The English catalogue: complete by its type. */
export const en: Record<keyof typeof zhCn, string> = {
  ...common,
  ...command,
  ...calendar,
  ...capa,
  ...chart,
  ...digest,
  ...monthly,
  ...org,
  ...givePage,
  ...pages,
  ...serviceReport,
  ...people,
  ...served,
  ...incidentImport,
  ...service,
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
  ...recompute,
  ...file,
  ...list,
  ...stats,
  ...exportTexts,
  ...slack,
  ...storage,
  ...projectSurvey,
  ...survey,
  ...feishu,
};
