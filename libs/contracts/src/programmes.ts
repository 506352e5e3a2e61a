import { draft, omit, partial } from './kernel/derive';
import { CalendarDate, Id, Inside, Prose, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** Something that the locality runs already, so that an action joins it instead of starting beside it. */
export class Programme {
  @Id('Id') id: string;
  @Version() version: number;
  @Text('Name', { hint: 'Such as Ageing Well, or the urgent care transformation programme' }) name: string;
  @Prose('What it does', { nullable: true, max: 2_000 }) about: string | null;
  @Id('Run by', { nullable: true }) organisationId: string | null;
  @CalendarDate('Runs until', { nullable: true }) endsOn: string | null;
}

export class ProgrammeItem extends Programme {
  @Text('Run by', { nullable: true }) organisationName: string | null;
  @Quantity('Actions') actions: number;
}

export class ProgrammeList {
  @Inside('Programmes', () => ProgrammeItem, { many: 1_000 }) items: ProgrammeItem[];
}

export const NewProgramme = draft(omit(Programme, 'id', 'version'));
export type NewProgramme = InstanceType<typeof NewProgramme>;

export class ProgrammeEdit extends partial(omit(Programme, 'id', 'version')) {
  @Version() version: number;
}

export const programmeRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/programmes', may: 'plan.read', says: 'List the programmes that the locality runs already', answer: ProgrammeList }),
  add: route({ method: 'POST', path: 'localities/:locality/programmes', may: 'plan.keep', says: 'Add a running programme', body: NewProgramme, answer: ProgrammeItem, status: 201, refusals: ['name_taken'] }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/programmes/:id', may: 'plan.keep', says: 'Change a running programme', body: ProgrammeEdit, answer: ProgrammeItem, refusals: ['name_taken', 'stale'] }),
};
