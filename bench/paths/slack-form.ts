import { slash } from '../ground/slack-requests.ts';
import { measureForms } from './forms.ts';
import type { Path } from './path.ts';

/** `/finding new` on Slack, until its form is open, compared with Bolt. */
export const slackForm: Path = {
  name: 'slack-form',
  about: 'a form opens on Slack, beside Bolt',
  inQuick: true,
  measure: (settings) =>
    measureForms(
      {
        path: 'slack-form',
        seated: 'slack',
        endpoint: '/slack/events',
        ask: (platform) => slash(platform, 'huang-tao', 'new'),
        method: /views\.open/,
        formIn: (body) => new URLSearchParams(body).get('view') ?? '',
        bare: 'bench/bare/slack.ts',
        setting: 'VIEW',
        acknowledgement: { of: 'toBare', atLeast: 0.28, floor: 0.2 },
        sameForm: { of: 'toBare', atLeast: 1.3, floor: 0.95 },
      },
      settings,
    ),
};
