import type { Block, Card, Fact } from '../../chat/card.ts';
import { bold, plain, words } from '../../chat/text.ts';
import type { Locale } from '../../i18n/locale.ts';
import { type MessageKey, type MessageParams, translate } from '../../i18n/translate.ts';
import { nameOf, type Organisation } from '../../org/organisation.ts';
import { type Mean, percentOf, type Share } from '../../share.ts';
import { headingNotes, type ServiceHeading } from '../heading.ts';
import type { ServiceFigures } from './compute.ts';
import type { PartFigures, ServiceAnalysis } from './read.ts';

/** The most projects a card names; the worst come first. */
const MOST_PROJECTS = 12;

type Say = (key: MessageKey, params?: MessageParams) => string;

/** Service figures as a card, compared with the period before, with the formula of each. */
export function drawService(
  { figures, before, byProject, byPriority }: ServiceAnalysis,
  heading: ServiceHeading,
  org: Organisation,
  locale: Locale,
): Card {
  const say: Say = (key, params) => translate(locale, key, params);
  const title = say('service.title', { period: heading.period });
  const blocks: Block[] = [
    ...headingNotes(heading, locale),
    { kind: 'facts', facts: factsOf(figures, before, say) },
    ...goalBlock(byProject, org, say),
    ...parts('service.byProject', byProject.slice(0, MOST_PROJECTS), (id) => projectName(id, org, locale), say),
    ...moreProjects(byProject.length, say),
    ...parts('service.byPriority', byPriority, (id) => priorityName(id, org, locale), say),
    { kind: 'note', text: words(formulas(org, say)) },
  ];
  return { title, tone: 'neutral', summary: summaryOf(figures, title, say), blocks };
}

function summaryOf({ attained, incidents, requests }: ServiceFigures, title: string, say: Say): string {
  return say('service.summary', { title, count: incidents + requests, rate: shareIn(attained, say) });
}

/** Each figure, with its earlier value in short form. */
function factsOf(now: ServiceFigures, then: ServiceFigures, say: Say): Fact[] {
  const fact = (label: MessageKey, value: string, before: string): Fact => ({
    label: say(label),
    value: [bold(value), plain(say('service.before', { value: before }))],
  });
  const share = (label: MessageKey, of: (figures: ServiceFigures) => Share) =>
    fact(label, shareIn(of(now), say), rateIn(of(then), say));
  return [
    fact(
      'service.received',
      say('service.received.value', { incidents: now.incidents, requests: now.requests }),
      String(then.incidents + then.requests),
    ),
    share('service.attained', ({ attained }) => attained),
    share('service.responded', ({ responded }) => responded),
    share('service.solved', ({ solved }) => solved),
    share('service.resolved', ({ resolved }) => resolved),
    fact('service.repair', timeIn(now.repair, say), lengthIn(then.repair, say)),
  ];
}

/** `97.5%（195/200）`, or a dash if there is no data. */
export function shareIn(share: Share, say: Say): string {
  const rate = percentOf(share);
  return rate === null ? say('service.none') : say('service.share', { rate: `${rate}%`, met: share.met, of: share.of });
}

function rateIn(share: Share, say: Say): string {
  const rate = percentOf(share);
  return rate === null ? say('service.none') : `${rate}%`;
}

const timeIn = (mean: Mean, say: Say): string =>
  mean.value === null ? say('service.none') : say('service.mean', { time: lengthIn(mean, say), of: mean.of });

function lengthIn({ value }: Mean, say: Say): string {
  if (value === null) return say('service.none');
  const minutes = Math.round(value);
  return minutes < 60
    ? say('service.minutes', { minutes })
    : say('service.hours', { hours: Math.floor(minutes / 60), minutes: minutes % 60 });
}

/** The projects below the target of their contract. */
function goalBlock(byProject: readonly PartFigures[], org: Organisation, say: Say): Block[] {
  const under = byProject.filter(({ id, figures }) => {
    const rate = percentOf(figures.attained);
    return rate !== null && rate < (org.project(id)?.sla.goal ?? 0);
  });
  if (byProject.length === 0) return [];
  const text = under.length === 0 ? say('service.allReached') : say('service.underGoal', { count: under.length });
  return [{ kind: 'text', text: words(text) }];
}

function parts(heading: MessageKey, some: readonly PartFigures[], called: (id: string) => string, say: Say): Block[] {
  if (some.length === 0) return [];
  const lines = some.map(({ id, figures }) => {
    const { incidents, requests, attained, repair } = figures;
    const rest = say('service.part', {
      count: incidents + requests,
      attained: shareIn(attained, say),
      repair: timeIn(repair, say),
    });
    return { text: [bold(called(id)), plain(rest)] };
  });
  return [
    { kind: 'heading', text: say(heading) },
    { kind: 'lines', lines },
  ];
}

function moreProjects(count: number, say: Say): Block[] {
  return count > MOST_PROJECTS
    ? [{ kind: 'note', text: words(say('service.moreProjects', { count: count - MOST_PROJECTS })) }]
    : [];
}

const projectName = (id: string, org: Organisation, locale: Locale) =>
  nameOf(org.project(id)?.name ?? { zh: id, en: id }, locale);

const priorityName = (id: string, { settings }: Organisation, locale: Locale) =>
  nameOf(settings.priorities.find((one) => one.id === id)?.name ?? { zh: id, en: id }, locale);

/** Which formula each figure uses: the company's choice in the settings. */
function formulas({ settings }: Organisation, say: Say): string {
  const { slaAttainment, resolutionRate, repairTime } = settings.figures;
  return say('service.formulas', {
    attained: say(`service.form.sla.${slaAttainment}`),
    resolved: say(`service.form.resolved.${resolutionRate}`),
    repair: say(`service.form.repair.${repairTime}`),
  });
}
