import type { link as source } from '../zh-cn/link.ts';

/** Finding the people of the organisation on the chat platforms. */
export const link: Record<keyof typeof source, string> = {
  'link.noPlatform': 'Neither Slack nor Feishu is configured: there is nowhere to look.',
  'link.workspace': '{platform} {workspace}: {linked} linked already, {found} found, {none} not found',
  'link.found': '  + {id} {name} → {user} (by {by})',
  'link.none': '  - {id} {name}: {why}',
  'link.by.email': 'e-mail',
  'link.by.mobile': 'mobile',
  'link.because.notFound':
    'the platform does not know this e-mail or mobile; an enterprise mailbox of Feishu may not be found: add the mobile number, or the account in org.yaml',
  'link.because.deactivated': 'the account is deactivated',
  'link.because.guest': 'a guest account, which is never linked',
  'link.because.external': 'an external account, which is never linked',
  'link.because.ambiguous': 'more than one account or person: name the account in org.yaml',
  'link.because.noContact': 'no e-mail in the organisation (Slack vouches for no mobile number)',
  'link.because.otherDomain': 'the e-mail lies in no allowed domain (settings.allowedEmailDomains)',
  'link.because.taken': 'the account is somebody else’s',
};
