/** One SQL statement for one screen, prepared by name. Its single column `answer` is JSON text, which goes out as it is. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

const names = new Set<string>();

/** `text` selects exactly one column, `answer`, as JSON text; no row means that there is nothing there. */
export function statement(name: string, text: string): Statement {
  if (names.has(name)) throw new Error(`Two statements are called ${name}`);
  names.add(name);
  return { name, text };
}
