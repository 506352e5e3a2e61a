import { provideHttpClient } from '@angular/common/http';
import { TestBed } from '@angular/core/testing';
import { NewOrganisation, OrganisationEdit, type Problem } from '@followthrough/contracts';
import { checkOrganisation } from '@followthrough/domain';
import { ContractForm } from './forms';
import { Refused } from './refused';

const made = <T extends object>(make: () => ContractForm<T>): ContractForm<T> => TestBed.runInInjectionContext(make);
const messages = (errors: readonly { readonly message?: string }[]): (string | undefined)[] => errors.map((one) => one.message);
const problem = (more: Partial<Problem>): Problem => ({ type: 'x', status: 409, code: 'name_taken', title: 'There is already one with that name', ...more });
const row = { id: 'x', version: 3, name: 'Old name', kind: 'other', aliases: ['ON'], validFrom: null, validTo: null, successorId: null, people: 2 };

describe('a form over a contract', () => {
  it('refuses by the contract, at the field, and does nothing', async () => {
    const form = made(() => new ContractForm(NewOrganisation));
    let done = false;
    expect(await form.submit(async () => void (done = true))).toBe(false);
    expect(messages(form.tree.name().errors())).toEqual(['Name is needed']);
    expect(done).toBe(false);
  });

  it('says dates as people write them, and asks the domain once the contract holds', () => {
    const form = made(() => new ContractForm(NewOrganisation, { name: 'A', kind: 'other' }, { rules: checkOrganisation }));
    form.model.update((model) => ({ ...model, validFrom: '31 Feb' }));
    expect(messages(form.tree.validFrom().errors())).toEqual(['Partner from must be a real date, like 21/11/2026']);
    form.model.update((model) => ({ ...model, validFrom: '2026-05-01', validTo: '2026-04-01' }));
    expect(messages(form.tree.validTo().errors())).toEqual(['Partner until must be on or after Partner from']);
  });

  it('sends empty text that may be missing as nothing', () => {
    const form = made(() => new ContractForm(NewOrganisation, { name: 'A', kind: 'other' }));
    expect(form.said()).toEqual({ name: 'A', kind: 'other', aliases: [], validFrom: null, validTo: null, successorId: null });
  });

  it('sends of an edit its version and what differs, and refuses a needed field that was emptied', () => {
    const form = made(() => new ContractForm(OrganisationEdit, row));
    expect(form.isChanged()).toBe(false);
    form.model.update((model) => ({ ...model, kind: 'council' }));
    expect(form.said()).toEqual({ version: 3, kind: 'council' });
    form.model.update((model) => ({ ...model, name: '' }));
    expect(messages(form.tree.name().errors())).toEqual(['Name is needed']);
  });

  it('puts what the API refuses beside the field, and the rest above the form', async () => {
    const form = made(() => new ContractForm(NewOrganisation, { name: 'A', kind: 'other' }));
    const refuse = (more: Partial<Problem>) => () => Promise.reject(new Refused(problem(more)));
    expect(await form.submit(refuse({ fields: [{ field: 'name', code: 'rule', message: 'There is already one called A' }] }))).toBe(false);
    expect(messages(form.tree.name().errors())).toEqual(['There is already one called A']);
    form.model.update((model) => ({ ...model, name: 'B' }));
    expect(await form.submit(refuse({ code: 'not_permitted', title: 'Your role here does not allow that' }))).toBe(false);
    expect(form.refused()?.message).toBe('Your role here does not allow that');
  });

  it('sends again what the API refused, as it stands: what was wrong may have been mended elsewhere', async () => {
    const form = made(() => new ContractForm(NewOrganisation, { name: 'A', kind: 'council' }));
    const taken = () => Promise.reject(new Refused(problem({ fields: [{ field: 'name', code: 'rule', message: 'There is already one called A' }] })));
    expect(await form.submit(taken)).toBe(false);
    const name = () => messages(form.tree.name().errors());
    expect(name()).toEqual(['There is already one called A']);
    form.model.update((model) => ({ ...model, name: 'B' }));
    expect(name()).toEqual([]);
    form.model.update((model) => ({ ...model, name: 'A' }));
    let sent = 0;
    expect(await form.submit(async () => void (sent += 1))).toBe(true);
    expect(sent).toBe(1);
    expect(name()).toEqual([]);
  });

  it('says in a clash what it was made from, where the API keeps no history to say it', async () => {
    const form = made(() => new ContractForm(NewOrganisation, { name: 'Old name', kind: 'other' }));
    form.model.update((model) => ({ ...model, name: 'Mine' }));
    const clash = { field: 'name', base: null, theirs: 'Theirs', yours: 'Mine', by: null };
    const done = form.submit(() => Promise.reject(new Refused(problem({ code: 'stale', conflict: { version: 2, fields: [clash] } }))));
    while (!form.conflict()) await new Promise((resolve) => setTimeout(resolve));
    expect(form.conflict()?.fields).toEqual([{ ...clash, base: 'Old name' }]);
    form.dismiss();
    expect(await done).toBe(false);
  });

  it('keeps the draft through a clash, and sends again what was chosen over the newer version', async () => {
    const form = made(() => new ContractForm(OrganisationEdit, row));
    form.model.update((model) => ({ ...model, name: 'Mine', kind: 'council' }));
    const sent: unknown[] = [];
    const deed = async (said: unknown): Promise<void> => {
      sent.push(said);
      if (sent.length === 1)
        throw new Refused(problem({ code: 'stale', conflict: { version: 5, fields: [{ field: 'name', base: 'Old name', theirs: 'Theirs', yours: 'Mine', by: 'Ben' }, { field: 'kind', base: 'other', theirs: 'icb', yours: 'council', by: 'Ben' }] } }));
    };
    const clash = async () => {
      while (!form.conflict()) await new Promise((resolve) => setTimeout(resolve));
    };
    const dismissed = form.submit(deed);
    await clash();
    expect(form.conflict()?.version).toBe(5);
    form.dismiss();
    expect(await dismissed).toBe(false);
    expect(form.model().name).toBe('Mine');
    sent.length = 0;
    const settled = form.submit(deed);
    await clash();
    form.settle({ name: 'mine', kind: 'theirs' });
    expect(await settled).toBe(true);
    expect(sent[1]).toEqual({ version: 5, name: 'Mine' });
  });

  describe('with a draft', () => {
    beforeEach(() => {
      localStorage.clear();
      TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    });
    const edit = () => made(() => new ContractForm(OrganisationEdit, row, { draft: 'organisation.x' }));
    const type = (form: ReturnType<typeof edit>, name: string): void => {
      form.tree.name().value.set(name);
      form.tree.name().markAsDirty();
      TestBed.tick();
    };

    it('keeps on the device what differs and the version it was made from, and offers it back without putting it in', () => {
      type(edit(), 'Half a na');
      const again = made(() => new ContractForm(OrganisationEdit, { ...row, version: 4, kind: 'council' }, { draft: 'organisation.x' }));
      expect(again.model().name).toBe('Old name');
      expect(again.kept()?.said).toEqual({ name: 'Half a na', version: 3 });
      again.takeBack();
      expect(again.kept()).toBeUndefined();
      expect(again.said()).toEqual({ name: 'Half a na', version: 3 });
    });

    it('drops it when it was sent or thrown away, and keeps it when it was refused', async () => {
      const form = edit();
      type(form, 'Refused');
      await form.submit(() => Promise.reject(new Refused(problem({ code: 'not_permitted' }))));
      expect(edit().kept()).toBeDefined();
      await form.submit(() => Promise.resolve());
      expect(edit().kept()).toBeUndefined();
      type(form, 'Again');
      edit().throwAway();
      expect(edit().kept()).toBeUndefined();
    });

    it('keeps nothing that a screen filled in by itself', () => {
      const form = edit();
      form.model.update((model) => ({ ...model, name: 'Filled in' }));
      TestBed.tick();
      expect(edit().kept()).toBeUndefined();
    });
  });
});
