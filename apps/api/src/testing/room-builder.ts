import { randomUUID } from 'node:crypto';
import { type BodyOf, type GuestQuestion, type NewPoll, type PollItem, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Stage } from './stage';

export interface OpenRoom {
  readonly summitId: string;
  readonly code: string;
}

/** A summit whose room is open. */
export async function anOpenRoom(lead: Caller, title = 'Leaders’ summit', more: Partial<BodyOf<typeof routes.rooms.open>> = {}): Promise<OpenRoom> {
  const { id: summitId } = await lead.ask(routes.summits.add, { body: { title, heldOn: '2026-06-10' } });
  const { room } = await lead.ask(routes.rooms.open, { params: { id: summitId }, body: { names: 'either', takesQuestions: true, checksQuestions: false, ...more } });
  return { summitId, code: room.code };
}

/** Somebody who has come in with the code and nothing else, and has asked a question if one is given. */
export async function aGuest(stage: Stage, code: string, question?: string, name: string | null = 'Alex Guest'): Promise<{ readonly guest: Caller; readonly question: GuestQuestion | undefined }> {
  const { cookies, problem, status } = await stage.nobody().try(routes.rooms.join, { params: { codeKey: code }, body: { name } });
  if (status !== 201) throw new Error(`the guest was not let in: ${JSON.stringify(problem)}`);
  const guest = stage.browser(cookies);
  return { guest, question: question === undefined ? undefined : await guest.ask(routes.questions.ask, { params: { codeKey: code }, body: { id: randomUUID(), text: question, isAnonymous: name === null } }) };
}

/** A poll of that summit, open for votes. */
export async function anOpenPoll(lead: Caller, summitId: string, more: Partial<NewPoll> = {}): Promise<PollItem> {
  const { id } = await lead.ask(routes.polls.add, { params: { id: summitId }, body: { question: 'What first?', kind: 'single', options: ['Beds', 'Homes', 'Staff'], isSecret: false, showsLive: true, ...more } });
  return lead.ask(routes.polls.open, { params: { id } });
}
