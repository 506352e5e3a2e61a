import { omit, partial, pick } from './kernel/derive';
import { Id, Inside, OneOf, Quantity, Text, Version } from './kernel/fields';
import { route } from './kernel/route';
import { type Colour, colours, type Mark, marks, type Status, statuses } from './words';

/** What a locality calls one canonical state, and how it draws it. Colour never comes without its word and its shape. */
export class StatusWord {
  @Id('Id') id: string;
  @Version() version: number;
  @OneOf('State', statuses) status: Status;
  @Text('Word', { max: 40, hint: 'What people here call this state' }) word: string;
  @Text('Definition', { max: 500, lines: true, hint: 'When is this word true?' }) definition: string;
  @OneOf('Colour', colours) colour: Colour;
  @OneOf('Shape', marks) mark: Mark;
  @Quantity('Place in the scale', { max: 100 }) position: number;
}

export class StatusScale {
  @Inside('Words', () => StatusWord, { many: 20 }) items: StatusWord[];
}

/** As much of a word as a screen needs to show a status beside its definition. */
export class ShownWord extends pick(StatusWord, 'status', 'word', 'definition', 'colour', 'mark') {}

export class StatusWordEdit extends partial(omit(StatusWord, 'id', 'version', 'status')) {
  @Version() version: number;
}

export const statusWordRoutes = {
  list: route({ method: 'GET', path: 'localities/:locality/status-words', may: 'plan.read', says: 'List this locality’s words for the states of an action', answer: StatusScale }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/status-words/:id', may: 'locality.keep', says: 'Change the word, definition, colour or shape of a state', body: StatusWordEdit, answer: StatusWord, refusals: ['name_taken', 'rule', 'stale'] }),
};
