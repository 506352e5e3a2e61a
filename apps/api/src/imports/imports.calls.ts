import { type ImportScreen, routes } from '@followthrough/contracts';
import type { Asking, CallsOf, Here } from '../testing/here';

const { upload, choose, apply } = routes.imports;

const file = (here: Here): Asking => ({ file: { name: `${here.name('plan')}.csv`, content: Buffer.from(`Ref,Action,Owner,Status\n1.1,${here.name('action')},${here.word} Owner,Green\n`) } });
const uploaded = (here: Here): Promise<ImportScreen> => here.lead.ask(upload, file(here));
const choices = (here: Here) => ({ asOf: here.day(0), planTitle: here.name('plan'), statuses: [{ value: 'Green', status: 'on_track' }], people: [{ value: `${here.word} Owner`, choice: 'match', id: here.personId, kind: null }] });

async function chosen(here: Here): Promise<ImportScreen> {
  const { id, version } = await uploaded(here);
  return here.lead.ask(choose, { params: { id }, body: { version, ...choices(here) } });
}

async function applied(here: Here): Promise<ImportScreen> {
  const { id, version } = await chosen(here);
  return here.lead.ask(apply, { params: { id }, body: { version } });
}

const at = ({ id, version }: ImportScreen): Asking => ({ params: { id }, body: { version } });

export const importCalls: CallsOf<typeof routes.imports> = {
  list: async (here) => {
    await uploaded(here);
    return {};
  },
  upload: file,
  one: async (here) => ({ params: { id: (await applied(here)).id } }),
  choose: async (here) => {
    const { id, version } = await uploaded(here);
    return { params: { id }, body: { version, ...choices(here), planId: here.planId, planTitle: null } };
  },
  preview: async (here) => ({ params: { id: (await chosen(here)).id } }),
  progress: async (here) => {
    const { id } = await uploaded(here);
    await here.stage.owner.query(`insert into kernel.import_progress (locality_id, import_id, step, percent, started_by) select locality_id, id, 'applying', 40, created_by from import where id = $1`, [id]);
    return { params: { id } };
  },
  apply: async (here) => at(await chosen(here)),
  undo: async (here) => at(await applied(here)),
  discard: async (here) => at(await chosen(here)),
};
