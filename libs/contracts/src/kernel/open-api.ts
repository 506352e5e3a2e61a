import { type ProblemCode, problems } from './problems';
import type { Route } from './route';
import { type Contract, fieldsOf, type Shape } from './shape';

type Schema = Record<string, unknown>;

/** The OpenAPI 3.1 document of a set of routes, made from the contracts alone. */
export function openApi(routes: Readonly<Record<string, Readonly<Record<string, Route>>>>, title: string, version: string): Schema {
  const schemas: Record<string, Schema> = { Problem: problemSchema };
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [feature, group] of Object.entries(routes))
    for (const [name, one] of Object.entries(group)) {
      const path = `/api/v1/${one.path.replace(/:(\w+)/g, '{$1}')}`;
      (paths[path] ??= {})[one.method.toLowerCase()] = operation(feature, name, one, schemas);
    }
  return { openapi: '3.1.0', info: { title, version }, paths, components: { schemas, securitySchemes: { session: { type: 'apiKey', in: 'cookie', name: 'followthrough' }, guest: { type: 'apiKey', in: 'cookie', name: 'followthrough.guest' } } } };
}

function operation(feature: string, name: string, one: Route, schemas: Record<string, Schema>): Schema {
  const label = `${capital(feature)}${capital(name)}`;
  const parameters: Schema[] = [...one.path.matchAll(/:(\w+)/g)].map(([, key]) => ({ name: key, in: 'path', required: true, schema: { type: 'string' } }));
  for (const [key, shape] of one.query ? fieldsOf(one.query) : []) parameters.push({ name: key, in: 'query', required: !shape.optional, schema: schemaOf(shape, schemas), description: shape.label });
  if (one.method !== 'GET') parameters.push({ name: 'Idempotency-Key', in: 'header', required: false, schema: { type: 'string', minLength: 8, maxLength: 100 }, description: 'The same key with the same body replays the first answer' });
  const answer = one.stream
    ? { content: { 'text/event-stream': { schema: { description: 'Server-sent events: `event` is the kind, `data` the JSON of one of these, `id` where to resume. `again` says that too much was missed: read the screen again.', oneOf: Object.entries(one.stream).map(([kind, contract]) => ({ title: kind, ...contractSchema(contract, `${label}${capital(kind)}`, schemas) })) } } } }
    : one.file
    ? { content: { [one.file]: { schema: { type: 'string', format: 'binary' } } } }
    : one.answer
      ? { content: { 'application/json': { schema: contractSchema(one.answer, `${label}Answer`, schemas) } } }
      : {};
  return {
    operationId: `${feature}.${name}`,
    tags: [feature],
    summary: one.says,
    description: one.may === 'anyone' ? 'No sign-in needed.' : one.may === 'signed_in' ? 'Needs a session.' : one.may === 'guest' ? 'Needs to have joined with the code.' : `Needs the deed \`${one.may}\`.`,
    ...(one.may === 'anyone' ? {} : { security: [one.may === 'guest' ? { guest: [] } : { session: [] }] }),
    parameters,
    ...(one.body ? { requestBody: { required: true, content: { 'application/json': { schema: contractSchema(one.body, `${label}Body`, schemas) } } } } : {}),
    ...(one.upload ? { requestBody: { required: true, content: { 'multipart/form-data': { schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } } } } } } : {}),
    responses: { [one.status ?? 200]: { description: 'Done', ...answer }, ...refusalsOf(one) },
  };
}

/** The refusals a route can give: those all give, those its needs bring, and its own. */
export function refusalCodes(one: Route): readonly ProblemCode[] {
  const codes = new Set<ProblemCode>(['bad_input', 'too_many', 'failed', 'unavailable']);
  if (one.may === 'guest') codes.add('join_needed');
  else if (one.may !== 'anyone') codes.add('sign_in_needed');
  if (one.may !== 'anyone' && one.may !== 'signed_in' && one.may !== 'guest') codes.add('not_permitted');
  if (one.path.includes(':')) codes.add('not_found');
  if (one.method !== 'GET') (['wrong_origin', 'bad_key', 'key_reused'] as const).forEach((code) => codes.add(code));
  if (one.body) (['not_json', 'too_large', 'wrong_media'] as const).forEach((code) => codes.add(code));
  if (one.upload) (['too_large', 'wrong_media'] as const).forEach((code) => codes.add(code));
  one.refusals?.forEach((code) => codes.add(code));
  return [...codes];
}

function refusalsOf(one: Route): Schema {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of refusalCodes(one)) byStatus.set(problems[code].status, [...(byStatus.get(problems[code].status) ?? []), code]);
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [status, { description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join('. '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } }]),
  );
}

function contractSchema(contract: Contract, fallback: string, schemas: Record<string, Schema>): Schema {
  const name = contract.name === 'Derived' || contract.name === '' ? fallback : contract.name;
  if (!schemas[name]) {
    schemas[name] = {};
    const fields = [...fieldsOf(contract)];
    schemas[name] = {
      type: 'object',
      additionalProperties: false,
      required: fields.filter(([, shape]) => !shape.optional).map(([key]) => key),
      properties: Object.fromEntries(fields.map(([key, shape]) => [key, schemaOf(shape, schemas)])),
    };
  }
  return { $ref: `#/components/schemas/${name}` };
}

function schemaOf(shape: Shape, schemas: Record<string, Schema>): Schema {
  const single = shape.kind === 'object' && shape.of ? contractSchema(shape.of(), `${capital(shape.label)}Item`, schemas) : scalar(shape);
  const schema = shape.many === undefined ? single : { type: 'array', items: single, maxItems: shape.many };
  return shape.nullable ? { anyOf: [schema, { type: 'null' }] } : schema;
}

function scalar(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return { type: 'string', title: shape.label, maxLength: shape.max, ...(shape.pattern ? { pattern: shape.pattern.source } : {}) };
    case 'id':
      return { type: 'string', format: 'uuid', title: shape.label };
    case 'date':
      return { type: 'string', format: 'date', title: shape.label };
    case 'month':
      return { type: 'string', pattern: '^\\d{4}-\\d{2}$', title: shape.label };
    case 'instant':
      return { type: 'string', format: 'date-time', title: shape.label };
    case 'number':
      return { type: shape.places ? 'number' : 'integer', minimum: shape.min, maximum: shape.max, title: shape.label };
    case 'flag':
      return { type: 'boolean', title: shape.label };
    case 'word':
      return { type: 'string', enum: shape.words, title: shape.label };
    default:
      return { title: shape.label };
  }
}

const capital = (text: string): string => text.replace(/(^|[^a-zA-Z0-9]+)(\w)/g, (_, __, letter: string) => letter.toUpperCase());

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'status', 'code', 'title'],
  properties: {
    type: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string', enum: Object.keys(problems) },
    title: { type: 'string' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
    fields: { type: 'array', items: { type: 'object', properties: { field: { type: 'string' }, code: { type: 'string' }, message: { type: 'string' } } } },
    conflict: { type: 'object' },
  },
};
