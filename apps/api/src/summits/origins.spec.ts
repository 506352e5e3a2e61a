import { randomUUID } from 'node:crypto';
import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { aGuest, anOpenPoll, anOpenRoom } from '../testing/room-builder';
import { openStage, type Stage } from '../testing/stage';

const { addOutcome, makeAction, close, publish, record } = routes.summits;

/** Where an outcome comes from: what a room asked and voted, as it stood when the outcome was captured. */
describe('origins', () => {
  let stage: Stage;
  let lead: Caller;
  let trust: string;
  let planId: string;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
    trust = (await lead.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } })).id;
    planId = (await lead.ask(routes.plans.add, { body: { title: 'Winter plan' } })).id;
  });
  afterAll(() => stage.close());

  const said = (more: object) => ({ agreedOn: '2026-06-10', kind: 'decision' as const, text: 'One number to ring', organisationIds: [trust], ...more });

  /** A room in which “Who decides?” has three votes and “Where is the car park?” one. */
  async function aRoom() {
    const { summitId, code } = await anOpenRoom(lead);
    const [first, second, third] = [await aGuest(stage, code, 'Who decides?'), await aGuest(stage, code, 'Where is the car park?', null), await aGuest(stage, code)];
    for (const { guest } of [second, third]) await guest.ask(routes.questions.raise, { params: { codeKey: code, id: first.question?.id ?? '' } });
    return { summitId, code, guests: [first, second, third].map((one) => one.guest), who: first.question?.id ?? '', where: second.question?.id ?? '' };
  }

  it('keep how many raised a question and how it was voted, on the outcome and on the action it became', async () => {
    const { summitId, code, guests, who, where } = await aRoom();
    const { outcomes } = await lead.ask(addOutcome, { params: { id: summitId }, body: said({ questionIds: [where, who] }) });
    const origins = [{ kind: 'question', text: 'Who decides?', choice: null, votes: 3, place: 1, places: 2 }, { kind: 'question', text: 'Where is the car park?', votes: 1, place: 2, places: 2 }];
    expect(outcomes[0]?.origins).toMatchObject(origins);
    // Votes go on; what was captured stays.
    await guests[0]?.ask(routes.questions.raise, { params: { codeKey: code, id: where } });
    const made = await lead.ask(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId } });
    const action = await lead.ask(routes.actions.page, { params: { id: made.outcomes[0]?.actions[0]?.id ?? '' } });
    expect(action.outcomes).toMatchObject([{ heldOn: '2026-06-10', origins }]);
  });

  it('keep the choice of a closed poll, its votes and its place', async () => {
    const { summitId, code, guests } = await aRoom();
    const poll = await anOpenPoll(lead, summitId);
    for (const [at, guest] of guests.entries()) await guest.ask(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [at === 0 ? 0 : 1] } });
    expect((await lead.try(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id, pollChoice: 1 }) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'pollId' }] });
    await lead.ask(routes.polls.close, { params: { id: poll.id } });
    expect((await lead.try(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id, pollChoice: 7 }) })).problem).toMatchObject({ code: 'rule' });
    await lead.ask(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id, pollChoice: 1 }) });
    const { outcomes } = await lead.ask(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id }) });
    expect(outcomes.map((one) => one.origins)).toMatchObject([[{ kind: 'poll', text: 'What first?', choice: 'Homes', votes: 2, arePoints: false, place: 1, places: 3 }], [{ choice: null, votes: 3, place: null, places: null }]]);
  });

  it('keep the points of a ranking as points, and of the poll as a whole how many voted', async () => {
    const { summitId, code, guests } = await aRoom();
    const poll = await lead.ask(routes.polls.add, { params: { id: summitId }, body: { question: 'In which order?', kind: 'ranking', options: ['Beds', 'Homes', 'Data'], isSecret: true, showsLive: false } });
    await lead.ask(routes.polls.open, { params: { id: poll.id } });
    for (const guest of guests) await guest.ask(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [1, 0], receipt: randomUUID() } });
    await lead.ask(routes.polls.close, { params: { id: poll.id } });
    await lead.ask(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id, pollChoice: 1 }) });
    const { outcomes } = await lead.ask(addOutcome, { params: { id: summitId }, body: said({ pollId: poll.id }) });
    expect(outcomes.map((one) => one.origins)).toMatchObject([[{ choice: 'Homes', votes: 9, arePoints: true, place: 1, places: 3 }], [{ choice: null, votes: 3, arePoints: false }]]);
  });

  it('are of the summit’s own room alone', async () => {
    const [here, there] = [await aRoom(), await aRoom()];
    expect((await lead.try(addOutcome, { params: { id: here.summitId }, body: said({ questionIds: [there.who] }) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'questionIds' }] });
  });

  it('are printed in a record without names, which stays as it is once published, and the room closes with its summit', async () => {
    const { summitId: id, code, guests, who, where } = await aRoom();
    await lead.ask(addOutcome, { params: { id }, body: said({ questionIds: [who] }) });
    await lead.ask(routes.questions.moderate, { params: { id: where }, body: { state: 'waiting', version: 1 } });
    const poll = await anOpenPoll(lead, id, { isSecret: true, showsLive: false });
    for (const guest of guests) await guest.ask(routes.polls.vote, { params: { codeKey: code, id: poll.id }, body: { choices: [0], receipt: randomUUID() } });
    const { outcomes, version } = await lead.ask(close, { params: { id }, body: { version: 1 } });
    expect((await guests[0]?.try(routes.questions.raise, { params: { codeKey: code, id: who } }))?.problem.status).toBe(422);
    await lead.ask(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId } });
    await lead.ask(publish, { params: { id }, body: { version } });
    const seen = await (await stage.person(['expert'])).ask(record, { params: { id } });
    expect(seen).toMatchObject({ locality: 'Northmoor', state: 'published', joined: 3, questions: [{ text: 'Who decides?', votes: 3 }], polls: [{ question: 'What first?', voted: 3, result: [3, 0, 0], openedAt: expect.any(String) as string, closedAt: expect.any(String) as string }], outcomes: [{ origins: [{ votes: 3 }] }] });
    expect(JSON.stringify(seen)).not.toContain('Alex Guest');
    // The poll has times of its own; its ballots and voters still have none.
    const { rows } = await stage.owner.query(`select c.relname from pg_attribute a join pg_class c on c.oid = a.attrelid where c.relname in ('ballot', 'poll_voter') and format_type(a.atttypid, null) like 'timestamp%'`);
    expect(rows).toEqual([]);
    expect((await lead.try(routes.questions.moderate, { params: { id: where }, body: { state: 'approved', version: 2 } })).problem).toMatchObject({ code: 'rule', detail: 'A published summit stays as it is' });
    const another = await aRoom();
    await lead.ask(close, { params: { id: another.summitId }, body: { version: 1 } });
    const closed = await lead.ask(routes.rooms.page, { params: { id: another.summitId } });
    expect(closed.room.state).toBe('closed');
  });
});
