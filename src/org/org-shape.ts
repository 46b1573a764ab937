import { z } from 'zod';
import { isZone } from '../calendar/day.ts';
import { calendarKinds } from '../calendar/working-calendar.ts';
import { normaliseMobile } from './contact.ts';
import { customerSchema } from './customers/customer-shape.ts';
import { projectSchema } from './customers/project-shape.ts';
import { identitiesSchema, identityPlatforms } from './identity.ts';
import { nameSchema } from './name.ts';
import { roles } from './roles.ts';
import { settingsSchema } from './settings.ts';
import {
  daySchema as day,
  emailSchema as email,
  hoursSchema,
  idSchema as id,
  languageSchema as language,
  timeSchema as time,
} from './shape-parts.ts';

const platformId = z.string().trim().min(1).max(255);
const siteSchema = z.strictObject({
  id,
  name: nameSchema,
  zone: z.string().refine(isZone, 'Give a zone of the IANA database, such as Asia/Shanghai.').default('Asia/Shanghai'),
  calendar: z.enum(calendarKinds).default('cn'),
  holidays: z.array(z.strictObject({ date: day, name: nameSchema })).default([]),
  workdays: z.array(day).default([]),
  publishedYears: z.array(z.number().int().min(2000).max(2199)).default([]),
  /** When people work, by the site's clock: the basis for an SLA in working hours. */
  workingHours: z
    .array(hoursSchema)
    .min(1)
    .max(4)
    .default([{ from: '09:00', to: '18:00' }]),
  quietHours: z.strictObject({ from: time, to: time }).default({ from: '21:00', to: '08:00' }),
  language: language.default('zh-CN'),
});

const departmentSchema = z.strictObject({
  id,
  name: nameSchema,
  aliases: z.array(z.string().trim().min(1).max(120)).default([]),
  /** Which of the policy's departments it is; `other` for one that the policy does not name. */
  kind: z.enum(['TOP', 'QED', 'OMD', 'HR', 'PUR', 'RD', 'other']).default('other'),
  head: id,
  site: id.optional(),
});

const personSchema = z.strictObject({
  id,
  name: nameSchema,
  department: id,
  roles: z.array(z.enum(roles)).default([]),
  /** 工号 in the HR system; `org import people.csv` matches people by it. */
  number: z.string().trim().min(1).max(40).optional(),
  /** 职务 in the HR system. */
  title: z.string().trim().min(1).max(120).optional(),
  email: email.optional(),
  mobile: z
    .union([z.string(), z.number()])
    .transform((mobile) => normaliseMobile(String(mobile)))
    .refine((mobile) => /^\+?\d{6,15}$/.test(mobile), 'Give a mobile number of 6 to 15 digits.')
    .optional(),
  language: language.optional(),
  /** False for a person who has left: still named in old records, with no permissions. */
  active: z.boolean().default(true),
  identities: z
    .strictObject({ slack: identitiesSchema, feishu: identitiesSchema, console: identitiesSchema })
    .prefault({}),
});

/** What is posted to a channel: cards of findings, digests, cards of incidents and requests. */
export const channelPurposes = ['findings', 'digest', 'service'] as const;

const channelSchema = z.strictObject({
  id,
  platform: z.enum(identityPlatforms),
  workspace: platformId.optional(),
  /** The platform's own id of the channel or chat. */
  channel: platformId,
  /** Its name as people know it; shown in the console. */
  name: nameSchema.optional(),
  language: language.default('zh-CN'),
  departments: z.union([z.literal('all'), z.array(id).min(1)], { error: 'Give "all" or a list of departments.' }),
  purposes: z.array(z.enum(channelPurposes)).min(1).default(['findings', 'digest']),
});

const deputySchema = z
  .strictObject({
    person: id,
    deputy: id,
    from: day,
    to: day,
    /** Who entered it in chat, and when; absent for entries from the organization file. */
    setBy: id.optional(),
    setAt: z.iso.datetime().optional(),
  })
  .refine(({ from, to }) => from <= to, { message: 'The last day comes before the first.', path: ['to'] });

/** `org.yaml` as people write it: with short forms, before anything is filled in. */
export const orgShape = z.strictObject({
  company: nameSchema,
  /** The Slack teams and Feishu tenants; if there is only one of a kind, identities and channels need not name it. */
  workspaces: z
    .strictObject({ slack: z.array(platformId).default([]), feishu: z.array(platformId).default([]) })
    .prefault({}),
  sites: z
    .array(siteSchema)
    .min(1)
    .prefault([{ id: 'main', name: { zh: '总部', en: 'Head office' } }]),
  departments: z.array(departmentSchema).min(1),
  people: z.array(personSchema).min(1),
  channels: z.array(channelSchema).default([]),
  customers: z.array(customerSchema).default([]),
  projects: z.array(projectSchema).default([]),
  settings: settingsSchema.prefault({}),
  deputies: z.array(deputySchema).default([]),
});

export type OrgShape = z.output<typeof orgShape>;
