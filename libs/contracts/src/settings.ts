import { partial, pick } from './kernel/derive';
import { Flag, Text, Version } from './kernel/fields';
import { route } from './kernel/route';

/** A locality as its people see it. */
export class Locality {
  @Text('Short name') slug: string;
  @Version() version: number;
  @Text('Name', { max: 100 }) name: string;
  @Text('Accent colour', { nullable: true, max: 7, pattern: /^#[0-9a-f]{6}$/, patternSays: 'a colour like #005eb8', hint: 'Dark enough to read as text on white' }) accent: string | null;
}

export class LocalitySettings extends Locality {
  /** The server is a demo: mails can be read on screen. */
  @Flag('Demo') isDemo: boolean;
}

export class LocalityEdit extends partial(pick(Locality, 'name', 'accent')) {
  @Version() version: number;
}

export const settingsRoutes = {
  read: route({ method: 'GET', path: 'localities/:locality/settings', may: 'locality.enter', says: 'Read the locality’s name and colour', answer: LocalitySettings }),
  edit: route({ method: 'PATCH', path: 'localities/:locality/settings', may: 'locality.keep', says: 'Change the locality’s name or accent colour', body: LocalityEdit, answer: LocalitySettings, refusals: ['rule', 'stale'] }),
};
