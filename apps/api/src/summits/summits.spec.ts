import { routes } from '@followthrough/contracts';
import { openStage, type Stage } from '../testing/stage';

const { list, page, add, edit, addOutcome, editOutcome, makeAction, link, unlink } = routes.summits;

describe('summits', () => {
  let stage: Stage;
  let council: string;
  let trust: string;
  let planId: string;
  let findingId: string;

  beforeAll(async () => {
    stage = await openStage();
    const lead = await stage.person(['lead']);
    council = (await lead.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } })).id;
    trust = (await lead.ask(routes.organisations.add, { body: { name: 'Moor Valley NHS FT', kind: 'nhs_trust', aliases: [] } })).id;
    planId = (await lead.ask(routes.plans.add, { body: { title: 'Winter plan' } })).id;
    const { items } = await lead.ask(routes.frameworks.list);
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: items[2]?.id ?? '', title: 'System review' } });
    findingId = (await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '2.1', quotation: 'People waited too long to go home.', kind: 'challenge', force: 'must', themes: [] } })).id;
  });
  afterAll(() => stage.close());

  const summit = async () => (await stage.person(['lead'])).ask(add, { body: { title: 'Leaders’ summit', heldOn: '2026-06-10' } });
  const said = (more: object = {}) => ({ agreedOn: '2026-06-10', kind: 'quick_win' as const, text: 'One discharge team, seven days a week', findingIds: [findingId], organisationIds: [trust], ...more });

  it('walks from the finding to the outcome to the action, and back', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await summit();
    const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: said() });
    const outcome = outcomes[0];
    expect(outcome).toMatchObject({ text: 'One discharge team, seven days a week', findings: [{ id: findingId, name: '2.1 · People waited too long to go home.' }], agreedBy: [{ name: 'Moor Valley NHS FT' }], actions: [] });
    expect((await lead.ask(list)).items[0]).toMatchObject({ outcomes: 1, withoutAction: 1 });

    const made = await lead.ask(makeAction, { params: { id: outcome?.id ?? '' }, body: { planId } });
    const action = made.outcomes[0]?.actions[0];
    expect(action).toMatchObject({ ref: 'S1', title: 'One discharge team, seven days a week', planTitle: 'Winter plan', status: 'not_started', dueOn: null });
    const seen = await lead.ask(routes.actions.page, { params: { id: action?.id ?? '' } });
    expect(seen).toMatchObject({ horizon: 'quick_win', organisationName: 'Moor Valley NHS FT', description: null, findings: [{ ref: '2.1' }], outcomes: [{ id: outcome?.id, summitId: id, summitTitle: 'Leaders’ summit', agreedBy: ['Moor Valley NHS FT'] }] });
    expect(await lead.ask(routes.findings.page, { params: { id: findingId } })).toMatchObject({ actions: [{ ref: 'S1' }], outcomes: [{ summitId: id }], joint: 'not_started' });
    expect((await lead.ask(list)).items[0]).toMatchObject({ withoutAction: 0 });
  });

  it('makes an action of a long outcome agreed by several, keeping all of its words and all of them', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await summit();
    const text = 'We will do this together. '.repeat(30).trim();
    const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: said({ text, kind: 'deep_rooted_priority', findingIds: [], organisationIds: [council, trust] }) });
    const made = await lead.ask(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId, ref: '9.9' } });
    const seen = await lead.ask(routes.actions.page, { params: { id: made.outcomes[0]?.actions[0]?.id ?? '' } });
    expect(seen).toMatchObject({ ref: '9.9', horizon: 'deep_rooted', description: text, accountableOrganisationId: null, findings: [] });
    expect(seen.contributing.map((one) => one.name)).toEqual(['Moor Valley NHS FT', 'Northmoor Council']);
    expect((await lead.try(makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId, ref: '9.9' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'ref' }] });
  });

  it('links an outcome to an action that is there, with its finding, and takes the link away', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await summit();
    const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: said() });
    const outcomeId = outcomes[0]?.id ?? '';
    const action = await lead.ask(routes.actions.add, { body: { planId, ref: '3.1', title: 'Already there', horizon: 'medium' } });
    expect((await lead.ask(link, { params: { id: outcomeId }, body: { actionId: action.id } })).outcomes[0]?.actions).toMatchObject([{ ref: '3.1' }]);
    expect((await lead.ask(routes.actions.page, { params: { id: action.id } })).findings).toMatchObject([{ ref: '2.1' }]);
    expect((await lead.ask(unlink, { params: { id: outcomeId, action: action.id } })).outcomes[0]?.actions).toEqual([]);
    expect((await lead.try(unlink, { params: { id: outcomeId, action: action.id } })).problem.code).toBe('not_found');
    expect((await lead.try(link, { params: { id: outcomeId }, body: { actionId: outcomeId } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'actionId' }] });
  });

  it('refuses an outcome that nobody agreed to, at once and later', async () => {
    const lead = await stage.person(['lead']);
    const { id } = await summit();
    expect((await lead.try(addOutcome, { params: { id }, body: said({ organisationIds: [] }) })).problem).toMatchObject({ status: 422, fields: [{ field: 'organisationIds' }] });
    expect((await lead.try(addOutcome, { params: { id }, body: said({ findingIds: [id] }) })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'findingIds' }] });
    const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: said() });
    const params = { id: outcomes[0]?.id ?? '' };
    expect((await lead.try(editOutcome, { params, body: { removeOrganisations: [trust], version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'removeOrganisations' }] });
    const changed = await lead.ask(editOutcome, { params, body: { addOrganisations: [council], removeOrganisations: [trust], kind: 'decision', version: 1 } });
    expect(changed.outcomes[0]).toMatchObject({ kind: 'decision', version: 2, agreedBy: [{ name: 'Northmoor Council' }] });
    expect(changed.outcomes).toHaveLength(1);
  });

  it('shows the other locality nothing, and lets only those who keep summits change them', async () => {
    const lead = await stage.person(['lead']);
    const { id, version } = await summit();
    const { outcomes } = await lead.ask(addOutcome, { params: { id }, body: said() });
    const outcome = { id: outcomes[0]?.id ?? '' };
    expect(await lead.ask(edit, { params: { id }, body: { place: 'Town hall', version } })).toMatchObject({ place: 'Town hall', version: 2 });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.ask(list)).items).toEqual([]);
    const tries = [
      elsewhere.try(page, { params: { id } }),
      elsewhere.try(edit, { params: { id }, body: { title: 'Ours', version: 1 } }),
      elsewhere.try(addOutcome, { params: { id }, body: said() }),
      elsewhere.try(editOutcome, { params: outcome, body: { text: 'Ours', version: 1 } }),
      elsewhere.try(makeAction, { params: outcome, body: { planId } }),
      elsewhere.try(link, { params: outcome, body: { actionId: id } }),
      elsewhere.try(unlink, { params: { ...outcome, action: id } }),
    ];
    for (const tried of await Promise.all(tries)) expect(tried.problem.code).toBe('not_found');
    const friend = await stage.person(['critical_friend']);
    expect((await friend.ask(page, { params: { id } })).outcomes).toHaveLength(1);
    expect((await friend.try(addOutcome, { params: { id }, body: said() })).problem.code).toBe('not_permitted');
  });
});
