import { type FileItem, routes } from '@followthrough/contracts';
import type { Asking, CallsOf, Here } from '../testing/here';

const file = (here: Here): Asking => ({ file: { name: `${here.name('notes')}.txt`, content: Buffer.from(`${here.name('notes')} of the meeting\n`) } });
export const attached = (here: Here): Promise<FileItem> => here.lead.ask(routes.files.attach, file(here));

export const fileCalls: CallsOf<typeof routes.files> = {
  attach: file,
  one: async (here) => ({ params: { id: (await attached(here)).id } }),
  content: async (here) => ({ params: { id: (await attached(here)).id } }),
};
