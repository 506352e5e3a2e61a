import { randomUUID } from 'node:crypto';
import { outcomeKinds } from '@followthrough/contracts';
import { agendaTimes, londonMoment, makeCode } from '@followthrough/domain';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import type { DemoPerson } from './people';
import { put } from './put';
import { AGENDA, ASKED, POLL, PURPOSE } from './summit-words';
import { GROUPS, TEAMS, type Theme } from './themes';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly people: readonly DemoPerson[];
  readonly organisationIds: readonly string[];
  readonly findings: readonly { readonly id: string; readonly theme: Theme }[];
  readonly today: string;
}

interface Held {
  readonly id: string;
  readonly day: string;
  readonly items: readonly { readonly id: string; readonly begunAt: Date }[];
}

/** One summit that was held and published, one that is closed with two outcomes to settle, and, where there is one to come, one being prepared. */
export async function demoSummits(actions: readonly DemoAction[], name: string, hasNext: boolean, around: Around): Promise<void> {
  const { owner, today } = around;
  const first = await hold(around, `${name} leaders’ summit after the review`, later(today, -340));
  await demoRoom(around, first, await demoOutcomes(actions, around, first, 0));
  await owner.query(`update summit set state = 'published', published_at = $2 where id = $1`, [first.id, londonMoment(later(first.day, 9), '16:00')]);
  await demoOutcomes(actions, around, await hold(around, `${name} half-year summit`, later(today, -150)), 2);
  if (hasNext) await prepare(around, `${name} leaders’ summit on going home`, later(today, 24));
}

/** A closed summit with its agenda and who was there. */
async function hold({ owner, chance, organisationIds, findings }: Around, title: string, day: string): Promise<Held> {
  const id = randomUUID();
  await put(owner, 'summit', [{ id, version: 1, title, held_on: day, starts_at: '09:30', place: chance.one(['Town Hall', 'Assembly rooms', 'College hall']), purpose: PURPOSE, state: 'closed', opened_at: londonMoment(day, '09:20'), closed_at: londonMoment(day, '13:10') }]);
  const times = agendaTimes('09:30', AGENDA);
  const items = AGENDA.map(({ title: item, minutes, lead }, at) => ({ id: randomUUID(), version: 1, summit_id: id, title: item, minutes, lead, position: at + 1, begun_at: londonMoment(day, times[at]?.startsAt ?? '09:30') }));
  await put(owner, 'agenda_item', items);
  await put(owner, 'agenda_item_finding', items.slice(1, 3).flatMap((item) => chance.some(findings, 2).map((finding) => ({ id: randomUUID(), agenda_item_id: item.id, finding_id: finding.id }))));
  await put(owner, 'attendance', organisationIds.slice(0, -1).map((organisation_id) => ({ id: randomUUID(), version: 1, summit_id: id, organisation_id, people: chance.between(1, 4), names: chance.one(['Chief executive and two directors', 'Director and service leads', null]) })));
  return { id, day, items: items.map((one) => ({ id: one.id, begunAt: one.begun_at })) };
}

/** What was agreed, by whom, and the actions it became; the last few wait for theirs. */
async function demoOutcomes(actions: readonly DemoAction[], { owner, chance, organisationIds, findings }: Around, { id: summit, day, items }: Held, waiting: number): Promise<readonly string[]> {
  const outcomes = chance.some(findings, 10).map(({ id, theme }, at) => {
    const item = items[1 + (at % 2)];
    const kind = chance.one(outcomeKinds);
    const agreed = chance.some(organisationIds, chance.between(1, 4));
    const text = promised(chance, theme);
    return { theme, finding: id, agreed, row: { id: randomUUID(), version: 1, summit_id: summit, agreed_on: day, kind, text, organisation_id: kind === 'commitment' ? agreed[0] : null, agenda_item_id: item?.id, captured_at: new Date((item?.begunAt.getTime() ?? 0) + (5 + at * 4) * 60_000) } };
  });
  await put(owner, 'outcome', outcomes.map(({ row }) => row));
  await put(owner, 'outcome_finding', outcomes.map(({ row, finding }) => ({ id: randomUUID(), outcome_id: row.id, finding_id: finding })));
  await put(owner, 'outcome_organisation', outcomes.flatMap(({ row, agreed }) => agreed.map((organisation_id) => ({ id: randomUUID(), outcome_id: row.id, organisation_id }))));
  const settled = outcomes.slice(0, outcomes.length - waiting);
  await put(owner, 'action_outcome', settled.flatMap(({ row, theme }) => chance.some(actions.filter((one) => one.theme === theme), chance.between(1, 3)).map(({ id }) => ({ id: randomUUID(), action_id: id, outcome_id: row.id }))));
  return outcomes.map(({ row }) => row.id);
}

/** What leaders promise about a finding, in the words of what is then done. */
function promised(chance: Chance, { actions }: Theme): string {
  const deed = chance.one(actions.filter((one) => !one.includes('{area}'))).replace('{team}', chance.one(TEAMS)).replace('{group}', chance.one(GROUPS));
  return `${chance.one(['We will', 'Together we will', 'By the next summit we will'])} ${deed[0]?.toLowerCase() ?? ''}${deed.slice(1)}, and each of us will name who does it.`;
}

/** The room of a summit: what was asked and voted, a poll, and which outcomes came of it. */
async function demoRoom({ owner, chance }: Around, { id: summit, day }: Held, outcomeIds: readonly string[]): Promise<void> {
  const room = randomUUID();
  await put(owner, 'room', [{ id: room, version: 1, summit_id: summit, code: makeCode((limit) => chance.between(0, limit - 1)), state: 'closed', names: 'either', takes_questions: false, checks_questions: true, opened_at: londonMoment(day, '09:20'), closed_at: londonMoment(day, '13:10') }]);
  const guests = Array.from({ length: 46 }, () => ({ id: randomUUID(), room_id: room, person_id: null, name: null, joined_at: londonMoment(day, '09:25') }));
  await put(owner, 'participant', guests);
  const questions = ASKED.map(({ text, state }, at) => ({ id: randomUUID(), version: 1, room_id: room, text, state, asked_by: null, asked_at: londonMoment(day, `09:${40 + at}`), merged_into_id: null }));
  await put(owner, 'question', questions);
  const raised = questions.map((question) => ({ question, by: chance.some(guests, chance.between(3, 34)) }));
  await put(owner, 'support', raised.flatMap(({ question, by }) => by.map((guest, nth) => ({ id: randomUUID(), question_id: question.id, participant_id: guest.id, asked: nth === 0 }))));
  const best = raised.toSorted((a, b) => b.by.length - a.by.length);
  const origins: Record<string, unknown>[] = best.slice(0, 4).map(({ question, by }, at) => ({ id: randomUUID(), outcome_id: outcomeIds[at], question_id: question.id, poll_id: null, text: question.text, choice: null, votes: by.length, place: 1 + best.filter((one) => one.by.length > by.length).length, places: best.length }));

  const poll = randomUUID();
  await put(owner, 'poll', [{ id: poll, version: 1, room_id: room, ...POLL, kind: 'single', most: null, is_secret: false, shows_live: true, state: 'draft', result: null }]);
  await owner.query(`update poll set state = 'open', opened_at = $2 where id = $1`, [poll, londonMoment(day, '10:05')]);
  await put(owner, 'poll_voter', guests.map((guest) => ({ id: randomUUID(), poll_id: poll, participant_id: guest.id })));
  await put(owner, 'ballot', guests.map((guest) => ({ id: randomUUID(), poll_id: poll, participant_id: guest.id, receipt: null, choices: [chance.is(48) ? 0 : chance.between(0, POLL.options.length - 1)] })));
  const { rows } = await owner.query<{ result: number[] }>(`update poll set state = 'closed', closed_at = $2 where id = $1 returning result`, [poll, londonMoment(day, '10:15')]);
  const result = rows[0]?.result ?? [];
  const most = Math.max(...result);
  origins.push({ id: randomUUID(), outcome_id: outcomeIds[4], question_id: null, poll_id: poll, text: POLL.question, choice: POLL.options[result.indexOf(most)], votes: most, place: 1, places: POLL.options.length });
  await put(owner, 'outcome_origin', origins);
}

/** A summit to come: its agenda, and who is asked, some of whom have answered. */
async function prepare({ owner, chance, people, findings }: Around, title: string, day: string): Promise<void> {
  const id = randomUUID();
  await put(owner, 'summit', [{ id, version: 1, title, held_on: day, starts_at: '10:00', place: 'Assembly rooms', purpose: PURPOSE }]);
  const items = AGENDA.map(({ title: item, minutes, lead }, at) => ({ id: randomUUID(), version: 1, summit_id: id, title: item, minutes, lead, position: at + 1 }));
  await put(owner, 'agenda_item', items);
  await put(owner, 'agenda_item_finding', chance.some(findings, 2).map((finding) => ({ id: randomUUID(), agenda_item_id: items[1]?.id, finding_id: finding.id })));
  await put(owner, 'invitee', people.filter((one) => one.word !== 'visitor').map((one, at) => ({ id: randomUUID(), version: 1, summit_id: id, person_id: one.personId, answer: [null, 'coming', 'coming', 'not_coming'][at % 4], told: null, told_at: null, sequence: 0 })));
  await put(owner, 'material', [{ id: randomUUID(), summit_id: id, title: 'What the review said, in four pages', url: 'https://reviews.example/four-pages', file_id: null }]);
}
