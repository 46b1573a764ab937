/** Below https://open.feishu.cn/document/, looked up 2026-11-23. */
const pages = {
  errors: 'ukTMukTMukTM/ugjM14COyUjL4ITN',
  rateLimit: 'ukTMukTMukTM/uUzN04SN3QjL1cDN',
  create: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/create',
  patch: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/patch',
  get: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/get',
  list: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/list',
  resource: 'server-docs/im-v1/message/get-2',
  image: 'server-docs/im-v1/image/create',
  file: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/file/create',
  token: 'ukTMukTMukTM/ukDNz4SO0MjL5QzM/auth-v3/auth/tenant_access_token_internal',
  card: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure',
  cardChanges: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-breaking-changes-release-notes',
  picture: 'feishu-cards/card-json-v2-components/content-components/image',
  chart: 'feishu-cards/card-json-v2-components/content-components/chart',
  form: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/containers/form-container',
  columnSet: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/containers/column-set',
  button: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/interactive-components/button',
  input: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/interactive-components/input',
  select:
    'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/interactive-components/single-select-dropdown-menu',
  multiSelect:
    'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/interactive-components/multi-select-dropdown-menu',
  datePicker: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-components/interactive-components/date-picker',
  callback: 'uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication',
  user: 'uAjLw4CM/ukTMukTMukTM/reference/contact-v3/user/get',
  receive: 'uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive',
} as const;

export type Page = keyof typeof pages;

/** A refusal as Feishu words it: HTTP status, code, message, and the page that says so. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: number;
  /** The page that says so; Feishu's own answers name one too. */
  readonly page: string;
  readonly headers: Readonly<Record<string, string>>;

  constructor(page: Page, code: number, message: string, status = 400, headers: Readonly<Record<string, string>> = {}) {
    super(message);
    this.page = `https://open.feishu.cn/document/${pages[page]}`;
    this.code = code;
    this.status = status;
    this.headers = headers;
  }
}

/** A refused card: code 230099 with a code of its own inside the message. */
export const cardRefusal = (page: Page, code: number, message: string): Refusal =>
  new Refusal(page, 230099, `Failed to create card content, ext=ErrCode: ${code}; ErrMsg: ${message}; `);
