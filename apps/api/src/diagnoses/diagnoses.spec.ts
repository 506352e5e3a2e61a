import { type DiagnosisPage, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import { Here } from '../testing/here';
import { openStage, type Stage } from '../testing/stage';

const { page, begin, edit, agree, reopen, addWhy, editWhy, placeWhy, removeWhy, addEvidence, removeEvidence, nameCause, dropCause } = routes.diagnoses;

describe('diagnoses', () => {
  let stage: Stage;
  let here: Here;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    here = await Here.open(stage, 'northmoor', 'Zibeline');
    lead = here.lead;
  });
  afterAll(() => stage.close());

  const begun = async (): Promise<{ readonly finding: string; readonly id: string }> => {
    const { id: finding } = await here.finding();
    const { diagnosis } = await lead.ask(begin, { params: { id: finding }, body: { symptom: 'People wait at weekends' } });
    return { finding, id: diagnosis?.id ?? '' };
  };
  const chain = async (id: string, ...texts: string[]): Promise<DiagnosisPage['whys']> => {
    let whys: DiagnosisPage['whys'] = [];
    for (const text of texts) whys = (await lead.ask(addWhy, { params: { id }, body: { text } })).whys;
    return whys;
  };
  /** An open diagnosis with a root cause chosen. */
  const rooted = async () => {
    const { finding, id } = await begun();
    const causeId = await here.causeId();
    await lead.ask(nameCause, { params: { id: finding }, body: { causeId } });
    await lead.ask(edit, { params: { id }, body: { rootCauseId: causeId, version: 1 } });
    return { finding, id, causeId };
  };

  it('begins with what people see, once a finding; the other locality sees nothing', async () => {
    const { id } = await here.finding();
    expect(await lead.ask(page, { params: { id } })).toMatchObject({ finding: { id, reviewTitle: 'Zibeline review' }, diagnosis: null, whys: [], causes: [] });
    const { diagnosis } = await lead.ask(begin, { params: { id }, body: { symptom: ' People wait at weekends ' } });
    expect(diagnosis).toMatchObject({ symptom: 'People wait at weekends', state: 'open', agreedOn: null, rootCauseId: null, deepRooted: false, version: 1 });
    expect((await lead.try(begin, { params: { id }, body: { symptom: 'Again' } })).problem.code).toBe('already_done');
    expect((await lead.ask(routes.findings.page, { params: { id } })).diagnosis).toMatchObject({ symptom: 'People wait at weekends', whys: 0, rootCause: null });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    expect((await elsewhere.try(page, { params: { id } })).problem.code).toBe('not_found');
    expect((await elsewhere.try(addWhy, { params: { id: diagnosis?.id ?? '' }, body: { text: 'Mine' } })).problem.code).toBe('not_found');
  });

  it('keeps the whys in order, without gaps, however they are moved and removed', async () => {
    const { finding, id } = await begun();
    const whys = await chain(id, 'a', 'b', 'c', 'd');
    const order = async () => (await lead.ask(page, { params: { id: finding } })).whys.map(({ position, text }) => `${position}${text}`).join(' ');
    expect(await order()).toBe('1a 2b 3c 4d');
    await lead.ask(placeWhy, { params: { id: whys[3]?.id ?? '' }, body: { position: 1 } });
    expect(await order()).toBe('1d 2a 3b 4c');
    await lead.ask(placeWhy, { params: { id: whys[0]?.id ?? '' }, body: { position: 12 } });
    expect(await order()).toBe('1d 2b 3c 4a');
    await lead.ask(removeWhy, { params: { id: whys[1]?.id ?? '' } });
    expect(await order()).toBe('1d 2c 3a');
    const { version } = (await lead.ask(page, { params: { id: finding } })).whys[2] ?? { version: 0 };
    await lead.ask(editWhy, { params: { id: whys[0]?.id ?? '' }, body: { text: 'because a', version } });
    expect(await order()).toBe('1d 2c 3because a');
  });

  it('refuses a thirteenth why at its field', async () => {
    const { id } = await begun();
    await chain(id, ...Array.from({ length: 12 }, (_, at) => `Why ${at + 1}`));
    expect((await lead.try(addWhy, { params: { id }, body: { text: 'One more' } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'text' }] });
  });

  it('lets a why rest on a page, a file and a figure, and takes the evidence away with it', async () => {
    const { id } = await begun();
    const [why] = await chain(id, 'Nobody decides at weekends');
    const params = { id: why?.id ?? '' };
    await lead.ask(addEvidence, { params, body: { kind: 'link', label: 'Ward audit', url: 'https://eastvale.example/audit' } });
    const { whys } = await lead.ask(addEvidence, { params, body: { kind: 'measure', label: 'Weekend discharges', figure: '9 % of all, September 2026' } });
    expect(whys[0]?.evidence).toMatchObject([{ kind: 'link', label: 'Ward audit', figure: null }, { kind: 'measure', figure: '9 % of all, September 2026', url: null }]);
    for (const body of [{ kind: 'link', label: 'Bad', url: 'javascript:alert(1)' }, { kind: 'measure', label: 'Bad' }] as const)
      expect((await lead.try(addEvidence, { params, body })).problem).toMatchObject({ status: 422, fields: [{ code: 'rule' }] });
    const elsewhere = await stage.person(['lead'], 'eastvale');
    const file = { name: 'Ward audit.txt', content: Buffer.from('Who decided, and when.') };
    const ours = await lead.ask(routes.files.attach, { file });
    const theirs = await elsewhere.ask(routes.files.attach, { file });
    expect((await lead.try(addEvidence, { params, body: { kind: 'file', label: 'Audit', fileId: theirs.id } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'fileId' }] });
    const attached = await lead.ask(addEvidence, { params, body: { kind: 'file', label: 'Audit', fileId: ours.id } });
    expect(attached.whys[0]?.evidence[2]).toMatchObject({ kind: 'file', label: 'Audit', file: { id: ours.id, name: 'Ward audit.txt', size: 22 } });
    const evidence = whys[0]?.evidence[0]?.id ?? '';
    expect((await lead.ask(removeEvidence, { params: { ...params, evidence } })).whys[0]?.evidence).toHaveLength(2);
    expect((await lead.try(removeEvidence, { params: { ...params, evidence } })).problem.code).toBe('not_found');
    expect((await lead.ask(removeWhy, { params })).whys).toEqual([]);
  });

  it('names causes that are known or new, and the root is one of them', async () => {
    const { finding, id } = await begun();
    const other = await here.causeId();
    const named = await lead.ask(nameCause, { params: { id: finding }, body: { text: 'Nobody owns weekend decisions' } });
    const cause = named.causes[0]?.id ?? '';
    expect(named.causes).toMatchObject([{ text: 'Nobody owns weekend decisions', behind: [], otherFindings: 0, actions: [], answered: false }]);
    expect((await lead.try(nameCause, { params: { id: finding }, body: { text: 'NOBODY owns weekend decisions' } })).problem).toMatchObject({ code: 'name_taken', fields: [{ field: 'text' }] });
    for (const body of [{}, { causeId: cause, text: 'both' }, { causeId: finding }]) expect((await lead.try(nameCause, { params: { id: finding }, body })).problem.code).toBe('rule');
    expect((await lead.try(edit, { params: { id }, body: { rootCauseId: other, version: 1 } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'rootCauseId' }] });
    expect((await lead.ask(edit, { params: { id }, body: { rootCauseId: cause, version: 1 } })).diagnosis).toMatchObject({ rootCauseId: cause, version: 2 });
    expect((await lead.try(dropCause, { params: { id: finding, cause } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('choose another root first') as string });
    await expect(stage.owner.query('delete from finding_cause where cause_id = $1', [cause])).rejects.toThrow('root_cause_of_finding');
    await lead.ask(edit, { params: { id }, body: { rootCauseId: null, version: 2 } });
    expect((await lead.ask(dropCause, { params: { id: finding, cause } })).causes).toEqual([]);
  });

  it('shares a cause between findings, with what lies behind it and what answers it', async () => {
    const { finding, causeId } = await rooted();
    const second = (await here.finding()).id;
    await lead.ask(nameCause, { params: { id: second }, body: { causeId } });
    const deeper = await here.causeId();
    await lead.ask(routes.causes.edit, { params: { id: causeId }, body: { deeperId: deeper, version: 1 } });
    const action = await here.action({ causeIds: [deeper] });
    const [shared] = (await lead.ask(page, { params: { id: finding } })).causes;
    expect(shared).toMatchObject({ otherFindings: 1, actions: [], answered: true });
    expect(shared?.behind).toHaveLength(1);
    await lead.ask(routes.actions.edit, { params: { id: action.id }, body: { removeCauses: [deeper], addCauses: [causeId], version: action.version } });
    expect((await lead.ask(page, { params: { id: finding } })).causes[0]?.actions).toMatchObject([{ id: action.id, title: action.title }]);
  });

  it('fixes what was agreed until it is opened again, in the database too', async () => {
    const open = await begun();
    expect((await lead.try(agree, { params: { id: open.id } })).problem).toMatchObject({ code: 'rule', fields: [{ field: 'rootCauseId' }] });
    const { id } = await rooted();
    const [why] = await chain(id, 'Nobody decides');
    const agreed = await lead.ask(agree, { params: { id } });
    expect(agreed.diagnosis).toMatchObject({ state: 'agreed', agreedOn: expect.any(String) as string });
    const version = agreed.diagnosis?.version ?? 0;
    expect((await lead.try(edit, { params: { id }, body: { symptom: 'Something else', version } })).problem).toMatchObject({ code: 'rule', detail: expect.stringContaining('open it again') as string });
    expect((await lead.try(addWhy, { params: { id }, body: { text: 'More' } })).problem.code).toBe('rule');
    expect((await lead.try(removeWhy, { params: { id: why?.id ?? '' } })).problem.code).toBe('rule');
    await expect(stage.owner.query(`update diagnosis set symptom = 'x' where id = $1`, [id])).rejects.toThrow('agreed');
    const { whys } = await lead.ask(addEvidence, { params: { id: why?.id ?? '' }, body: { kind: 'measure', label: 'Waits', figure: '41' } });
    expect((await lead.try(removeEvidence, { params: { id: why?.id ?? '', evidence: whys[0]?.evidence[0]?.id ?? '' } })).problem.code).toBe('rule');
    const again = await lead.ask(reopen, { params: { id } });
    expect(again.diagnosis).toMatchObject({ state: 'open', agreedOn: null });
    await lead.ask(edit, { params: { id }, body: { symptom: 'Something else', version: again.diagnosis?.version ?? 0 } });
  });

  it('keeps a diagnosed finding from being withdrawn', async () => {
    const { finding } = await begun();
    expect((await lead.try(routes.findings.withdraw, { params: { id: finding } })).problem.code).toBe('in_use');
  });
});
