import { routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import writeExcelFile from 'write-excel-file/node';
import { openStage, type Stage } from '../testing/stage';

const { upload, choose, preview, apply, undo } = routes.imports;

const SHEET = [
  ['Ref', 'Recommendation', 'Page', 'Kind', 'Must or should'],
  ['1.1', 'Nobody could say who decides.', '24', 'Challenge', 'Must'],
  ['1.2', 'Leaders should meet less and decide more.', '25', 'Area for improvement', ''],
  ['S1', 'Staff were kind.', '', 'Strength', 'Should'],
  ['', '', '99', '', ''],
];
const book = (rows: readonly (readonly string[])[]): Promise<Buffer> => writeExcelFile(rows.map((row) => row.map((value) => (value === '' ? null : { value, type: String })))).toBuffer() as Promise<Buffer>;

describe('a sheet of findings alone', () => {
  let stage: Stage;
  let lead: Caller;
  beforeAll(async () => {
    stage = await openStage();
    lead = await stage.person(['lead']);
  });
  afterAll(() => stage.close());

  it('goes through the same wizard into a review and no plan, as drafts; the same file again adds nothing; undone it is gone', async () => {
    const content = await book(SHEET);
    const up = await lead.ask(upload, { file: { name: 'findings.xlsx', content } });
    expect(up.needed).toEqual(['Choose the review that the findings are from.']);
    const chosen = await lead.ask(choose, { params: { id: up.id }, body: { version: up.version, reviewTitle: 'Peer review' } });
    expect(chosen.needed).toEqual([]);
    expect(chosen.counts).toMatchObject({ finding_only: 3, create: 0, stuck: 0 });
    expect((await lead.ask(preview, { params: { id: up.id } })).items.map((one) => one.title)).toContain('Nobody could say who decides.');
    const done = await lead.ask(apply, { params: { id: up.id }, body: { version: chosen.version } });
    expect(done.result).toMatchObject({ findings: 3, planId: null, plan: null });
    const { items } = await lead.ask(routes.findings.list);
    expect(items.map(({ ref, kind, force, page, confirmedAt }) => [ref, kind, force, page, confirmedAt])).toEqual([
      ['1.1', 'challenge', 'must', '24', null],
      ['1.2', 'area_for_improvement', 'should', '25', null],
      ['S1', 'strength', 'should', null, null],
    ]);
    expect((await lead.ask(routes.plans.list)).items).toEqual([]);

    const again = await lead.ask(upload, { file: { name: 'findings.xlsx', content } });
    expect(again).toMatchObject({ needed: [], counts: { finding_only: 0, unchanged: 3 } });
    await lead.ask(undo, { params: { id: up.id }, body: { version: done.version } });
    expect((await lead.ask(routes.findings.list)).items).toEqual([]);
  });
});
