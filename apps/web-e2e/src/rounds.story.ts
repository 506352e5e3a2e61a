import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Page } from 'playwright-core';
import { field, openTheatre, shots, type Theatre } from './harness';

const PARTNERS = ['Moor Council', 'Moor Hospitals NHS Trust', 'Moor Care Providers', 'Moor Voices'] as const;
const VIEWS = [
  ['People wait on wards for a care package.', 'Home care is bought by the hour, for weekdays.', 'We buy home care without the agencies in the room.'],
  ['Wards are full by Thursday.', 'The decision to go home waits for the weekday ward round.', 'Nobody holds the decision at evenings and weekends.'],
  ['We are rung at five o’clock on a Friday.', 'We hear of somebody when the bed is needed, not when they are well.', 'Nobody tells us in time, because nobody decides in time.'],
  ['“I was ready on Tuesday. I went home on Monday.”', 'Everybody said that somebody else was deciding.', 'Nobody asks us, or our families, what going home needs.'],
] as const;

/** A diagnosis round of four partners, each at a browser of their own. */
describe('a diagnosis round', () => {
  let theatre: Theatre;
  let keeper: Caller;
  let keeping: Page;
  let finding = '';
  const partners: { readonly id: string; readonly page: Page; readonly caller: Caller }[] = [];

  beforeAll(async () => {
    theatre = await openTheatre();
    ({ caller: keeper, page: keeping } = await theatre.person(['lead', 'administrator']));
    const framework = (await keeper.ask(routes.frameworks.list)).items[0];
    const review = await keeper.ask(routes.reviews.add, { body: { frameworkId: framework?.id ?? '', title: 'System review 2026' } });
    finding = (await keeper.ask(routes.findings.add, { body: { reviewId: review.id, ref: '3.2', quotation: 'People waited in hospital after they were well enough to leave.', kind: 'challenge', force: 'must', themes: [] } })).id;
    for (const [at, name] of PARTNERS.entries()) {
      const { id } = await keeper.ask(routes.organisations.add, { body: { name, kind: 'other', aliases: [] } });
      partners.push({ id, ...(await theatre.person([(['lead', 'administrator', 'executive', 'expert'] as const)[at] ?? 'lead'], { organisationId: id, ...(at === 3 ? { size: 'phone' } : {}) })) });
    }
  });
  afterAll(() => theatre.close());

  const at = (nth: number): Page => partners[nth]?.page ?? keeping;
  const isSeen = async (page: Page, words: string): Promise<boolean> => (await page.content()).includes(words);

  it('is cancelled with a reason that everybody reads, and asked again: what was written stays with its partner', async () => {
    const review = (await keeper.ask(routes.reviews.list)).items[0];
    const { id: other } = await keeper.ask(routes.findings.add, { body: { reviewId: review?.id ?? '', ref: '3.3', quotation: 'Carers were asked late, or not at all.', kind: 'challenge', force: 'should', themes: [] } });
    const ids = partners.map(({ id }) => id);
    const { round } = await keeper.ask(routes.rounds.open, { params: { id: other }, body: { closesOn: inDays(14), organisationIds: ids.slice(0, 3) } });
    await at(0).goto('/northmoor/my-work');
    await at(0).getByText('1 view is awaited from your organisation').waitFor();
    await shots(at(0), 'my-work-view');
    await at(0).getByRole('link', { name: 'Write our view of finding 3.3' }).click();
    const [symptom, why, cause] = VIEWS[0];
    await field(at(0), 'What we see').fill(symptom);
    await field(at(0), 'Why we think it is so').fill(why);
    await field(at(0), 'What we believe is the cause').fill(cause);
    await at(0).getByRole('button', { name: 'Save our view' }).click();
    await at(0).getByText('Your view is saved.').waitFor();
    await at(0).goto('/northmoor/my-work');
    await at(0).getByText('Nothing is waiting for you').or(at(0).getByText('There is no plan yet')).waitFor();
    // A colleague saves between: the dialog says what the words were before either of the two.
    await at(0).goto(`/northmoor/findings/${other}/round`);
    await at(0).getByRole('button', { name: 'Edit our view' }).click();
    await partners[0]?.caller.ask(routes.rounds.write, { params: { id: round?.id ?? '' }, body: { symptom: 'Carers hear on the day.', why, cause, version: 1 } });
    await field(at(0), 'What we see').fill('Carers hear a day late.');
    await at(0).getByRole('button', { name: 'Save our view' }).click();
    const clash = at(0).getByRole('region', { name: 'What we see' });
    await clash.getByText(symptom).waitFor();
    await clash.getByText('Carers hear on the day.').waitFor();
    await shots(at(0), 'round-clash');
    await at(0).getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await at(0).getByText('Your view is saved.').waitFor();

    await keeping.goto(`/northmoor/findings/${other}/round`);
    await keeping.getByRole('button', { name: 'Cancel the round' }).click();
    await keeping.getByRole('dialog').getByRole('button', { name: 'Cancel the round' }).click();
    await keeping.getByText('Why it is cancelled is needed').waitFor();
    await shots(keeping, 'round-cancel');
    await field(keeping, 'Why it is cancelled').fill('The carers’ own organisation was not asked.');
    await keeping.getByRole('dialog').getByRole('button', { name: 'Cancel the round' }).click();
    await keeping.getByRole('heading', { name: 'A round was cancelled' }).waitFor();
    await keeping.getByRole('button', { name: 'Open the round' }).waitFor();
    expect(await isSeen(keeping, 'Carers hear')).toBe(false);
    await shots(keeping, 'round-cancelled');
    await at(1).goto(`/northmoor/findings/${other}`);
    await at(1).getByText('The carers’ own organisation was not asked.').waitFor();
    await at(1).goto(`/northmoor/findings/${other}/round`);
    await at(1).getByText('The carers’ own organisation was not asked.').waitFor();
    expect(await isSeen(at(1), 'Carers hear')).toBe(false);

    await keeper.ask(routes.rounds.open, { params: { id: other }, body: { closesOn: inDays(14), organisationIds: ids } });
    await at(0).goto(`/northmoor/findings/${other}/round`);
    await at(0).getByText('Your words from the round that was cancelled are filled in.').waitFor();
    expect(await field(at(0), 'What we see').inputValue()).toBe('Carers hear a day late.');
    await at(0).getByText('What we wrote in it').click();
    await shots(at(0), 'round-again');
  });

  it('asks four partners, who write apart', async () => {
    await keeping.goto(`/northmoor/findings/${finding}`);
    await keeping.getByRole('link', { name: 'Ask the partners' }).click();
    await keeping.getByRole('heading', { name: 'How partners see finding 3.2' }).waitFor();
    await shots(keeping, 'round-none');
    await keeping.getByRole('textbox', { name: 'Views close on' }).fill(soon());
    await keeping.getByRole('button', { name: 'Open the round' }).click();
    await keeping.getByText('Ask two partners at least').waitFor();
    for (const name of PARTNERS) await keeping.getByRole('checkbox', { name }).check();
    await keeping.getByRole('button', { name: 'Open the round' }).click();
    await keeping.getByText('0 of 4 partners have written.', { exact: false }).waitFor();

    for (const nth of [0, 1, 3]) {
      const page = at(nth);
      await page.goto(`/northmoor/findings/${finding}/round`);
      await page.getByRole('heading', { name: `Your view, for ${PARTNERS[nth]}` }).waitFor();
      const [symptom, why, cause] = VIEWS[nth] ?? VIEWS[0];
      await field(page, 'What we see').fill(symptom);
      await field(page, 'Why we think it is so').fill(why);
      if (nth === 0) await shots(page, 'round-writing');
      await field(page, 'What we believe is the cause').fill(cause);
      await page.getByRole('button', { name: 'Save our view' }).click();
      await page.getByText('Your view is saved.').waitFor();
    }
    await at(0).getByRole('button', { name: 'Edit our view' }).click();
    await field(at(0), 'What we see').fill('People wait on wards for a care package, most of all on Fridays.');
    await at(0).getByRole('button', { name: 'Save our view' }).click();
    await at(0).getByText('most of all on Fridays').waitFor();
  });

  it('shows everybody who has written and nobody what, not even to those who keep it', async () => {
    for (const page of [keeping, at(2), at(1)]) {
      await page.goto(`/northmoor/findings/${finding}/round`);
      await page.getByText('3 of 4 partners have written.', { exact: false }).waitFor();
      expect(await isSeen(page, 'most of all on Fridays')).toBe(false);
    }
    expect(await isSeen(at(1), 'Nobody holds the decision at evenings')).toBe(true);
    await shots(at(1), 'round-open');
    await keeping.goto(`/northmoor/findings/${finding}`);
    await keeping.getByText('3 of 4 partners have written their view.', { exact: false }).waitFor();
    expect(await isSeen(keeping, 'most of all on Fridays')).toBe(false);
  });

  it('asks an action that does not wait why', async () => {
    await keeper.ask(routes.plans.add, { body: { title: 'Improvement plan' } });
    await keeping.goto(`/northmoor/actions/new?finding=${finding}`);
    await keeping.getByText('It will answer finding 3.2', { exact: false }).waitFor();
    await keeping.getByRole('textbox', { name: 'Ref' }).fill('1.1');
    await keeping.getByRole('textbox', { name: 'Title' }).fill('Open ten beds for the winter');
    // Asked for from the start, and not as something that may be left out.
    expect(await field(keeping, 'Why it is added').getAttribute('aria-required')).toBe('true');
    expect(await keeping.getByText('Why it is added').textContent()).toBe('Why it is added');
    await keeping.getByRole('button', { name: 'Add the action' }).click();
    await keeping.getByText('The diagnosis of finding 3.2 is not agreed yet: say why this does not wait').first().waitFor();
    await shots(keeping, 'round-early-action');
    await field(keeping, 'Why it is added').fill('Winter begins before the round ends.');
    await keeping.getByRole('button', { name: 'Add the action' }).click();
    await keeping.getByText('Before its diagnosis was agreed: Winter begins before the round ends.').waitFor();
    await shots(keeping, 'round-early');
  });

  it('reveals all views at once, side by side, and asks each partner whether it agrees', async () => {
    await keeping.goto(`/northmoor/findings/${finding}/round`);
    await keeping.getByRole('button', { name: 'Reveal all views now' }).click();
    await keeping.getByText('Not written yet: Moor Care Providers.').waitFor();
    await shots(keeping, 'round-reveal');
    await keeping.getByRole('button', { name: 'Reveal them' }).click();
    await keeping.getByRole('region', { name: 'View of Moor Council' }).getByText('most of all on Fridays').waitFor();
    await keeping.getByText('No view from Moor Care Providers.').waitFor();
    await keeping.getByRole('link', { name: 'Write it in the diagnosis' }).click();
    await field(keeping, 'Symptom').fill('People are well enough to go home, and stay.');
    await keeping.getByRole('button', { name: 'Begin the diagnosis' }).click();
    await keeping.getByRole('button', { name: 'Edit what we agree' }).click();
    await field(keeping, 'What we agree is wrong, and why').fill('Nobody holds the decision to go home at evenings and weekends, so care is asked for too late to be there.');
    await keeping.getByRole('button', { name: 'Save' }).click();
    await keeping.getByRole('link', { name: 'How partners see it' }).click();

    for (const [nth, stance, reason] of [[0, 'Agree', ''], [1, 'Agree', ''], [2, 'Agree partly', 'The hours are part of it, and so is how they are bought.'], [3, 'Disagree', 'Families are not in it at all.']] as const) {
      const page = at(nth);
      await page.goto(`/northmoor/findings/${finding}/round`);
      await page.getByRole('button', { name: 'Say whether we agree' }).click();
      await field(page, `Does ${PARTNERS[nth]} agree?`).selectOption({ label: stance });
      if (reason) {
        await page.getByRole('button', { name: 'Say it' }).click();
        await page.getByText(stance === 'Disagree' ? 'Say why you disagree' : 'Say which part you do not agree with').waitFor();
        await page.getByRole('textbox', { name: 'Why' }).fill(reason);
      }
      await page.getByRole('button', { name: 'Say it' }).click();
      await page.getByRole('button', { name: 'Change what we said' }).waitFor();
    }
    await at(3).getByText('2 of 4 partners agree').waitFor();
    await at(0).reload();
    await at(0).getByText('Families are not in it at all.').waitFor();
    await shots(at(0), 'round-revealed');
    await at(3).goto(`/northmoor/findings/${finding}`);
    await at(3).getByText('2 of 4 agree').waitFor();
    await at(3).getByText('1 partly').waitFor();
    await at(3).getByText('1 disagrees').waitFor();
    await shots(at(3), 'round-brief');
    await at(3).goto('/northmoor/findings');
    await at(3).getByText('diagnosis agreed for 0 of 2', { exact: false }).waitFor();
  });
});

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** A fortnight from now, as people type it. */
function soon(): string {
  const day = new Date(Date.now() + 14 * 86_400_000);
  return `${day.getUTCDate()}/${day.getUTCMonth() + 1}/${day.getUTCFullYear()}`;
}
