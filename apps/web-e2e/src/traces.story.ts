import { routes } from '@followthrough/contracts';
import { openTheatre, shots, type Theatre } from './harness';

describe('the trace', () => {
  let theatre: Theatre;
  beforeAll(async () => {
    theatre = await openTheatre();
  });
  afterAll(() => theatre.close());

  it('leads from an action up to the review and down to its closure, and from the finding the same way', async () => {
    const { page, caller: lead } = await theatre.person(['lead']);
    const [framework] = (await lead.ask(routes.frameworks.list)).items;
    const review = await lead.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'Local system review', body: 'The regulator' } });
    const finding = await lead.ask(routes.findings.add, { body: { reviewId: review.id, ref: '3.2', quotation: 'People stayed in hospital because home care could not start in time.', page: '14', kind: 'area_for_improvement', force: 'must', themes: [] } });
    await lead.ask(routes.diagnoses.nameCause, { params: { id: finding.id }, body: { text: 'Home care hours are bought by the day, so nobody can plan' } });
    const cause = (await lead.ask(routes.causes.list)).causes.find((one) => one.text.startsWith('Home care hours'));
    const council = await lead.ask(routes.organisations.add, { body: { name: 'Northmoor Council', kind: 'council', aliases: [] } });
    const plan = await lead.ask(routes.plans.add, { body: { title: 'Home sooner' } });
    const summit = await lead.ask(routes.summits.add, { body: { title: 'May summit', heldOn: '2026-05-12' } });
    const { outcomes } = await lead.ask(routes.summits.addOutcome, { params: { id: summit.id }, body: { agreedOn: '2026-05-12', kind: 'commitment', text: 'The council buys home care hours by the quarter', findingIds: [finding.id], organisationIds: [council.id] } });
    await lead.ask(routes.summits.makeAction, { params: { id: outcomes[0]?.id ?? '' }, body: { planId: plan.id, ref: '1.1', title: 'Buy guaranteed hours' } });
    const [made] = (await lead.ask(routes.actions.list, { query: { plan: plan.id } })).items;
    const id = made?.id ?? '';
    await lead.ask(routes.actions.edit, { params: { id }, body: { addCauses: [cause?.id ?? ''], version: 1 } });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'on_track', narrative: 'The first provider has signed', evidence: [{ kind: 'document', line: 'first', title: 'The signed contract of one provider', url: 'https://council.example/one' }] } });
    await lead.ask(routes.updates.report, { params: { id }, body: { status: 'complete', narrative: 'All have signed', evidence: [{ kind: 'document', line: 'first', title: 'Seven signed contracts', url: 'https://council.example/seven' }] } });

    await page.goto(`/northmoor/actions/${id}`);
    await page.getByRole('heading', { name: 'Comments and challenges' }).scrollIntoViewIfNeeded();
    const trace = page.getByRole('region', { name: 'From the review to what came of it' });
    await trace.getByText('Seven signed contracts').waitFor();
    await trace.getByText('Local system review').waitFor();
    await shots(page, 'trace-action');
    await trace.getByRole('link', { name: /^3\.2/ }).click();
    await page.getByRole('heading', { name: 'Finding 3.2' }).waitFor();
    await page.getByRole('heading', { name: 'Comments and challenges' }).scrollIntoViewIfNeeded();
    await trace.getByRole('link', { name: '1.1 Buy guaranteed hours' }).waitFor();
    await trace.getByText('Seven signed contracts').waitFor();
    await shots(page, 'trace-finding');
  });
});
