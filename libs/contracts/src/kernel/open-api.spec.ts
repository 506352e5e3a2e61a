import { problems } from './problems';
import { openApi } from './open-api';
import { routes } from '../routes';

interface Operation {
  readonly operationId: string;
  readonly responses: Readonly<Record<string, { readonly description: string }>>;
  readonly requestBody?: unknown;
}

describe('the OpenAPI document', () => {
  const document = openApi(routes, 'Followthrough', '1') as { paths: Record<string, Record<string, Operation>>; components: { schemas: Record<string, unknown> } };
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path));

  it('has every route once, each with its own id', () => {
    const count = Object.values(routes).reduce((sum, group) => sum + Object.keys(group).length, 0);
    expect(new Set(operations.map((one) => one.operationId)).size).toBe(count);
    expect(operations).toHaveLength(count);
  });

  it('refers only to schemas that it has', () => {
    const wanted = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name ?? '');
    expect(wanted.filter((name) => !(name in document.components.schemas))).toEqual([]);
  });

  it('names every refusal with its sentence', () => {
    const add = operations.find((one) => one.operationId === 'organisations.add');
    expect(add?.responses['409']?.description).toContain(`\`name_taken\`: ${problems.name_taken.title}`);
    expect(Object.keys(add?.responses ?? {})).toEqual(expect.arrayContaining(['201', '400', '401', '403', '404', '409', '422', '500']));
  });
});
