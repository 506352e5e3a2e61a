import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Deed, deedNames, deeds, roleNames, roles } from '@followthrough/contracts';
import { access } from '@followthrough/domain';

const page = join(import.meta.dirname, '../../../../docs/using/people-and-access.md');
const MARKED = /<!-- access -->[\s\S]*<!-- \/access -->/;

/** The table role x deed as the docs show it. */
function printed(): string {
  const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const may = (deed: Deed): string[] => roles.map((role) => (access[deed].includes(role) ? 'yes' : ''));
  return [row(['can …', ...roles.map((role) => roleNames[role])]), row(['---', ...roles.map(() => ':-:')]), ...deeds.map((deed) => row([deedNames[deed], ...may(deed)]))].join('\n');
}

describe('the page on people and access', () => {
  it('prints the table of who may do what as it is', () => {
    const said = readFileSync(page, 'utf8');
    const now = said.replace(MARKED, `<!-- access -->\n${printed()}\n<!-- /access -->`);
    if (process.env['PRINT_DOCS']) writeFileSync(page, now);
    else expect(said).toBe(now);
  });
});
