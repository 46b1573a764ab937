import { z } from 'zod';
import type { StandInInput } from './block-schemas.ts';
import { type Answered, type Courier, payload } from './deliver.ts';
import { checkFiles } from './files.ts';
import { teamOf } from './person.ts';
import { inputsOf, optionsOf, replaceView, stateKey, stateOf } from './views.ts';
import { grantTrigger, type OpenView, type Typed, type World } from './world.ts';

/** What came of a submit: the bot's answer, the view that is open now, and errors shown at fields, by `action_id`. */
export interface Submitted extends Answered {
  readonly view: OpenView | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** Filling in forms. */
export interface Forms {
  /** The view this person has open, the newest; fails if there is none. */
  openView(user: string): OpenView;
  /** Fills in by `action_id` (what is not named keeps its value) and submits. Fails where Slack's client would not let one. */
  submitView(user: string, view: OpenView, answers: Readonly<Record<string, Typed>>): Promise<Submitted>;
}

const ackSchema = z.discriminatedUnion('response_action', [
  z.strictObject({ response_action: z.literal('clear') }),
  z.strictObject({ response_action: z.literal('errors'), errors: z.record(z.string(), z.string().min(1)) }),
  z.strictObject({ response_action: z.literal('update'), view: z.unknown() }),
]);

/** https://docs.slack.dev/surfaces/modals#interactions (2026-11-23) */
export function createForms(world: World, courier: Courier): Forms {
  return {
    openView(user) {
      const view = [...world.views.values()].findLast((each) => each.user === user);
      if (view === undefined) throw new Error(`${user} has no view open`);
      return view;
    },
    async submitView(user, view, answers) {
      fillIn(world, view, answers);
      const { id, hash, body } = view;
      const content = {
        type: 'view_submission',
        api_app_id: 'A0001',
        team: { id: teamOf(world, user), domain: 'example' },
        user: { id: user, username: user.toLowerCase(), team_id: teamOf(world, user) },
        trigger_id: grantTrigger(world, user),
        view: { id, hash, callback_id: '', private_metadata: '', ...body, state: { values: stateOf(world, view) } },
        response_urls: [],
      };
      const answered = await courier.send(courier.sign(payload(content)));
      const errors = answered.status === 200 ? obey(world, view, answered) : {};
      return { ...answered, view: world.views.get(id) ?? null, errors };
    },
  };
}

/** Does with the view what the acknowledgement says; an answer Slack could not make sense of fails. */
function obey(world: World, view: OpenView, { text, body }: Answered): Record<string, string> {
  if (text === '') {
    world.views.delete(view.id);
    return {};
  }
  const ack = ackSchema.parse(body);
  switch (ack.response_action) {
    case 'clear':
      for (const each of world.views.values()) if (each.user === view.user) world.views.delete(each.id);
      return {};
    case 'update':
      replaceView(world, view, ack.view);
      return {};
    case 'errors':
      return errorsAt(view, ack.errors);
    default:
      return ack satisfies never;
  }
}

/** Errors belong to input blocks of the view. https://docs.slack.dev/surfaces/modals#displaying_errors (2026-11-23) */
function errorsAt(view: OpenView, errors: Readonly<Record<string, string>>): Record<string, string> {
  const inputs = new Map(inputsOf(view).map((input) => [input.block_id, input.element.action_id]));
  const entries = Object.entries(errors).map(([block, error]) => {
    const name = inputs.get(block);
    if (name === undefined) throw new Error(`an error at ${block}, which is no input of the view`);
    return [name, error] as const;
  });
  return Object.fromEntries(entries);
}

function fillIn(world: World, view: OpenView, answers: Readonly<Record<string, Typed>>): void {
  for (const [name, answer] of Object.entries(answers)) {
    const input = inputsOf(view).find((each) => each.element.action_id === name);
    if (input === undefined) throw new Error(`no field ${name} in the view`);
    checkAnswer(world, input, answer);
    view.typed.set(stateKey(input), answer);
  }
  const state = stateOf(world, view);
  for (const input of inputsOf(view)) {
    const { type: _, ...answer } = z
      .record(z.string(), z.unknown())
      .parse(state[input.block_id ?? '']?.[input.element.action_id]);
    const [given] = Object.values(answer);
    const empty = given === null || (Array.isArray(given) && given.length === 0);
    if (empty && !input.optional) throw new Error(`Slack does not let ${input.element.action_id} be left empty`);
  }
}

function checkAnswer(world: World, { element }: StandInInput, answer: Typed): void {
  if (element.type === 'file_input') checkFiles(world, [answer ?? []].flat(), element.max_files ?? 10);
  const offered = optionsOf(element).map((option) => option.value);
  if (offered.length > 0) {
    const strange = [answer].flat().filter((value) => value !== undefined && !offered.some((each) => each === value));
    if (strange.length > 0) throw new Error(`${element.action_id} does not offer ${strange.join(' ')}`);
  }
  if (element.type === 'plain_text_input' && (answer?.length ?? 0) > (element.max_length ?? 3000)) {
    throw new Error(`Slack does not let ${element.action_id} be that long`);
  }
}
