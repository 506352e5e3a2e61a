/**
 * Tables as they were at the CTE `moment`, as CTEs of the same names: a statement that reads them as they are now answers,
 * behind these, as it would have answered then. Each takes the tables before it as they were, and itself as it is.
 */

/** What changed of a table since, by row: what an earlier change puts back lies over what a later one does. `later`: it was not there yet. */
const since = (table: string): string => `${table}_since as materialized (
    select h.row_id, kernel.laid_over(h.before order by h.position desc) filter (where h.change <> 'insert') as fields, (array_agg(h.change order by h.position))[1] = 'insert' as later
    from audit h where h.table_name = '${table}' and h.at >= (select m.since from moment m) group by h.row_id)`;

/**
 * A table's rows with these columns, those put back that were changed or deleted since. `which` narrows the rows, as they
 * were, by the name that it is given: what reads them has no index but the one by which these are found.
 */
export const tableThen = (table: string, columns: readonly string[], which: (row: string) => string = () => 'true'): string => {
  const of = (row: string): string => columns.map((one) => `${row}.${one}`).join(', ');
  return `${since(table)},
  ${table} as materialized (
    select ${of('a')} from ${table} a where ${which('a')} and a.id not in (select s.row_id from ${table}_since s)
    union all
    -- Of a deleted row nothing is left but what the audit put aside: its types are the table's.
    select ${of('r')} from ${table}_since s left join ${table} a on a.id = s.row_id cross join lateral jsonb_populate_record(a, s.fields) r where not s.later and ${which('r')}
  )`;
};

/** A table to which rows are only ever added, less those that came since; it keeps its indexes. */
export const addedThen = (table: string): string => `${table}_since as materialized (
    select h.row_id from audit h where h.table_name = '${table}' and h.change = 'insert' and h.at >= (select m.since from moment m)),
  ${table} as not materialized (select a.* from ${table} a where a.id not in (select s.row_id from ${table}_since s))`;

/** What is marked restricted now stays so in the past: the marks of then and of now. */
const MARKED = `s.fields || case when s.fields ? 'restricted' and a.id is not null then jsonb_build_object('restricted', (select coalesce(jsonb_agg(mark), '[]') from jsonb_array_elements(s.fields -> 'restricted' || to_jsonb(a.restricted)) mark)) else '{}' end`;

/**
 * A table with all its columns. The rows that have not changed since are read where they are, by its indexes, for who looks
 * them up one by one. Row security applies as it does now: a row that may not be seen is put back only where the audit has all of it.
 */
export const wholeThen = (table: string): string => `${since(table)},
  ${table}_was as materialized (
    select r.* from ${table}_since s left join ${table} a on a.id = s.row_id cross join lateral jsonb_populate_record(a, ${table === 'action' ? MARKED : 's.fields'}) r where not s.later and (a.id is not null or s.fields ? 'id')),
  ${table} as not materialized (select a.* from ${table} a where a.id not in (select s.row_id from ${table}_since s) union all select w.* from ${table}_was w)`;

/** The people that columns of the tables before name, by their names then. */
export const namedThen = (...named: readonly string[]): string => tableThen('person', ['id', 'name'], (p) => `${p}.id in (${named.join(' union ')})`);
