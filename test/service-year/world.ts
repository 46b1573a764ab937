import { stringify } from 'yaml';

/** A project of the year, with what it promises: minutes by priority, around the clock or in working hours. */
export interface YearProject {
  readonly id: string;
  readonly customer: string;
  readonly calendar: '7x24' | 'working';
  readonly targets: Readonly<Record<string, { readonly response: number; readonly resolution: number }>>;
  /** Of every third; the others are surveyed as a whole. */
  readonly specialties: readonly string[];
  /** The customer's contact, who stands in all of its projects; and in every other pair of ten a user of its own. */
  readonly contacts: readonly string[];
}

export const PROJECTS = 50;
/** Morning and afternoon, in minutes of the day. */
export const HOURS = [
  [9 * 60, 12 * 60],
  [13 * 60 + 30, 18 * 60],
] as const;
export const priorities = ['p1', 'p2', 'p3', 'p4'] as const;

const base = { p1: [10, 240], p2: [30, 480], p3: [60, 1440], p4: [240, 4320] } as const;

/** Fifty projects of ten customers; every other one promises in working hours, every third is stricter than the rest. */
export const projects: readonly YearProject[] = Array.from({ length: PROJECTS }, (_, index) => {
  const strict = index % 3 === 0 ? 0.5 : 1;
  const targets = priorities.map((priority) => {
    const [response, resolution] = base[priority];
    return [priority, { response: response * strict, resolution: resolution * strict }] as const;
  });
  return {
    id: `project-${index}`,
    customer: `customer-${index % 10}`,
    calendar: index % 2 === 0 ? '7x24' : 'working',
    targets: Object.fromEntries(targets),
    specialties: index % 3 === 0 ? ['network', 'power'] : [],
    contacts: [`contact-${index % 10}`, ...(index % 4 < 2 ? [`user-${index}`] : [])],
  };
});

const two = (number: number) => String(number).padStart(2, '0');
const clockTime = (minute: number) => `${two(Math.floor(minute / 60))}:${two(minute % 60)}`;

/** The organisation of the year as a file, with all projects or some of them: nobody has an account, so that nothing is posted. */
export function yearOrganisation(served: readonly YearProject[] = projects): string {
  const name = (text: string) => ({ zh: text, en: text });
  const contactsOf = (customer: string) =>
    new Set(served.flatMap((project) => (project.customer === customer ? project.contacts : [])));
  return stringify({
    company: name('Year'),
    workspaces: { slack: [], feishu: [] },
    sites: [
      {
        id: 'beijing',
        name: name('Beijing'),
        zone: 'Asia/Shanghai',
        calendar: 'cn',
        workingHours: HOURS.map(([from, to]) => ({ from: clockTime(from), to: clockTime(to) })),
      },
    ],
    departments: [
      { id: 'omd', kind: 'OMD', name: name('Operations'), head: 'head' },
      { id: 'qed', kind: 'QED', name: name('Quality'), head: 'quality' },
    ],
    people: [
      { id: 'head', name: name('Head'), department: 'omd', roles: ['omdManager', 'mr', 'top'] },
      { id: 'desk', name: name('Desk'), department: 'omd', roles: ['sd'] },
      { id: 'quality', name: name('Quality'), department: 'qed', roles: ['qed', 'qedManager', 'admin'] },
    ],
    customers: Array.from({ length: 10 }, (_, index) => ({
      id: `customer-${index}`,
      name: name(`Customer ${index}`),
      contacts: [...contactsOf(`customer-${index}`)].map((id) => ({
        id,
        name: name(id),
        phone: `138${id.replace(/\D/g, '').padStart(8, '0')}`,
      })),
    })),
    projects: served.map(({ id, customer, calendar, targets, specialties, contacts }) => ({
      id,
      name: name(id),
      customer,
      department: 'omd',
      lead: 'head',
      sla: { calendar, targets },
      specialties: specialties.map((specialty) => ({ id: specialty, name: name(specialty), lead: 'head' })),
      contacts,
    })),
  });
}
