import type { CustomerPages } from '../../commands/pages/customer-pages.ts';
import { sharedSecret } from '../files/secret-repository.ts';
import type { PageRoutes } from '../http/serve-pages.ts';
import { createAnswerPage, createRefusePage } from '../pages/answer-page.ts';
import { createLinkSigner } from '../pages/customer-link.ts';
import { type CustomerLinks, createCustomerLinks } from '../pages/customer-link-repository.ts';
import { loadAssets } from '../pages/load-assets.ts';
import { networkOf } from '../pages/mask-address.ts';
import { createPageAddress, type PageAddress } from '../pages/page-address.ts';
import type { PageHandler } from '../pages/page-handler.ts';
import { createRatingPage } from '../pages/rating/rating-page.ts';
import { createServiceReportPage } from '../pages/service-report/service-report-page.ts';
import { createSurveyPage } from '../pages/survey/survey-page.ts';
import type { RecordParts } from './wire-records.ts';
import type { AppContext } from './wiring.ts';

/** Customers' pages, wired. */
export interface Pages {
  readonly routes: PageRoutes;
  readonly links: CustomerLinks;
  readonly pageAddress: PageAddress;
  readonly customerPages: CustomerPages;
}

/** Links to customers' pages, and the handlers that answer them; `ownUrl` is the address the HTTP server listens on. */
export async function wirePages(context: AppContext, parts: RecordParts, ownUrl: () => string): Promise<Pages> {
  const { config, connection, clock, log } = context;
  const { organisation, records } = parts;
  const signer = createLinkSigner(await sharedSecret(connection, 'customer-links'));
  const links = createCustomerLinks(connection, signer, clock);
  const pageAddress = createPageAddress(config.publicUrl, ownUrl);
  const { paths, assets, style } = await loadAssets();

  const handlers: readonly PageHandler[] = [
    createServiceReportPage({ records, organisation, style, way: 'customerPhone' }),
    createServiceReportPage({ records, organisation, style, way: 'engineerPhone' }),
    createRatingPage({ records, organisation }),
    createSurveyPage({ records, organisation }),
  ];

  const customerPages: CustomerPages = {
    reachable: (platform) => pageAddress('', platform) !== null,
    async linkTo(request, platform) {
      if (!customerPages.reachable(platform)) return null;
      const { settings } = await organisation.load();
      const { token } = await links.issue({ ...request, days: settings.customerLinkDays });
      return pageAddress(token, platform);
    },
    withdraw: (number, purpose) => links.withdraw(number, purpose),
  };
  const answer = createAnswerPage({ links, handlers, assets: paths, clock, base: () => config.publicUrl ?? ownUrl() });
  const routes = { answer, refuse: createRefusePage(paths), assets, networkOf, log: log.child({ part: 'pages' }) };
  return { routes, links, pageAddress, customerPages };
}
