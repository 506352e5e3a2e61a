import type { ImportChoices, NameChoice, NameSettled, OrganisationKind } from '@followthrough/contracts';
import { isFilled, meaning, sameText, type Sheet } from './grid';
import type { Known } from './known';
import { organisationsIn, similarNames } from './names';
import type { Table } from './table';

/** Somebody on a sheet of contacts. */
export interface Contact {
  readonly name: string;
  readonly email: string | null;
  readonly organisation: string | null;
}

/** A name of the sheet and what becomes of it. `id`: the match, or `new:…` for what the import makes; null leaves it out. */
export interface NamedInSheet {
  readonly value: string;
  readonly rows: number;
  readonly choice: NameChoice | null;
  readonly id: string | null;
  readonly kind: OrganisationKind | null;
  readonly matched: string | null;
  readonly contact: Contact | null;
}

export interface Names {
  readonly people: ReadonlyMap<string, NamedInSheet>;
  readonly organisations: ReadonlyMap<string, NamedInSheet>;
  readonly isKnownOrganisation: (name: string) => boolean;
}

const EMAIL = /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/;

/** Rows with an e-mail address on the other sheets. The first text left of it is the name, any other the organisation. */
export function contactsIn(sheets: readonly Sheet[], plan: string): ReadonlyMap<string, Contact> {
  const found = new Map<string, Contact>();
  for (const sheet of sheets)
    for (const row of sheet.name === plan ? [] : sheet.rows.slice(0, 5_000)) {
      const at = row.findIndex((cell) => EMAIL.test(meaning(cell.text)));
      if (at < 0) continue;
      const texts = row.flatMap((cell, column) => (column !== at && isFilled(cell) && !/^[\d.,]+$/.test(meaning(cell.text)) ? [meaning(cell.text)] : []));
      if (texts[0]) found.set(sameText(texts[0]), { name: texts[0], email: meaning(row[at]?.text ?? ''), organisation: texts[1] ?? null });
    }
  return found;
}

/** Organisations that fill a cell by themselves somewhere, and so are names where they stand in a row with others. */
function namesAlone({ rows }: Table): ReadonlySet<string> {
  const cells = rows.flatMap(({ cells: { organisations, accountableOrganisation, contributingOrganisations } }) => [organisations, accountableOrganisation, contributingOrganisations]);
  return new Set(cells.map((cell) => sameText(cell?.text ?? '')).filter((text) => text !== '' && !/[,;/&\n]/.test(text)));
}

/** Every person and organisation that the plan names, matched by name, other name or e-mail, and as the lead chose. */
export function readNames(sheets: readonly Sheet[], table: Table, choices: ImportChoices, known: Known): Names {
  const contacts = contactsIn(sheets, table.sheet.name);
  const partners = new Map(known.organisations.flatMap((one) => [...one.aliases, one.name].map((name) => [sameText(name), one.id] as const)));
  const alone = namesAlone(table);
  const isKnownOrganisation = (name: string): boolean => partners.has(sameText(name)) || alone.has(sameText(name)) || /^[A-Z]{2,6}$/.test(name);
  const byName = new Map<string, string | null>();
  // Two people of one name: nobody can say which is meant, so neither matches.
  for (const person of known.people) byName.set(sameText(person.name), byName.has(sameText(person.name)) ? null : person.id);
  const byEmail = new Map(known.people.flatMap((one) => (one.email ? [[sameText(one.email), one.id] as const] : [])));

  const leads = new Map<string, { value: string; rows: number }>();
  const bodies = new Map<string, { value: string; rows: number }>();
  const count = (into: Map<string, { value: string; rows: number }>, value: string, by = 1): void => {
    const key = sameText(value);
    if (key === '') return;
    const seen = into.get(key);
    if (seen) seen.rows += by;
    else into.set(key, { value: meaning(value), rows: by });
  };
  for (const { cells } of table.rows) {
    for (const field of ['owner', 'accountablePerson'] as const) count(leads, cells[field]?.text ?? '');
    for (const field of ['organisations', 'accountableOrganisation', 'contributingOrganisations'] as const) for (const name of organisationsIn(cells[field]?.text ?? '', isKnownOrganisation)) count(bodies, name);
  }
  const organisations = settle(bodies, choices.organisations, table.remembered?.organisations, known.organisations, (key) => partners.get(key) ?? null, () => null);
  const people = settle(leads, choices.people, table.remembered?.people, known.people, (key, contact) => byName.get(key) ?? (contact?.email ? byEmail.get(sameText(contact.email)) : undefined) ?? byEmail.get(key) ?? null, (key) => (choices.useContacts ? (contacts.get(key) ?? null) : null));
  return { people, organisations, isKnownOrganisation };
}

function settle(
  seen: ReadonlyMap<string, { readonly value: string; readonly rows: number }>,
  chosen: readonly NameSettled[],
  before: readonly NameSettled[] | undefined,
  known: readonly { readonly id: string; readonly name: string }[],
  match: (key: string, contact: Contact | null) => string | null,
  contactOf: (key: string) => Contact | null,
): Map<string, NamedInSheet> {
  const names = new Map(known.map((one) => [one.id, one.name]));
  const now = new Map(chosen.map((one) => [sameText(one.value), one]));
  const then = new Map((before ?? []).map((one) => [sameText(one.value), one]));
  const result = new Map<string, NamedInSheet>();
  for (const [key, { value, rows }] of seen) {
    const contact = contactOf(key);
    const found = match(key, contact);
    const answer = [now.get(key), then.get(key)].find((one) => one && (one.choice !== 'match' || (one.id !== null && names.has(one.id))));
    // Somebody made by an earlier import is here now: "create" must not make them twice.
    const choice: NameChoice | null = answer && !(answer.choice === 'create' && found) ? answer.choice : found ? 'match' : null;
    const id = choice === 'create' ? `new:${key}` : choice === 'match' ? (answer?.choice === 'match' ? answer.id : found) : null;
    result.set(key, { value, rows, choice, id, kind: choice === 'create' ? (answer?.kind ?? likelyKind(value)) : null, matched: id ? (names.get(id) ?? null) : null, contact });
  }
  return result;
}

export const suggestions = (value: string, known: readonly { readonly id: string; readonly name: string }[]): readonly { readonly id: string; readonly name: string }[] => similarNames(value, known).map(({ id, name }) => ({ id, name }));

/** What kind of organisation a name says, for the lead to change. */
export function likelyKind(name: string): OrganisationKind {
  const said = sameText(name);
  const KINDS: readonly (readonly [OrganisationKind, RegExp])[] = [
    ['healthwatch', /healthwatch/],
    ['fire_police', /\bfire\b|police/],
    ['icb', /\bicb\b|integrated care board|\bccg\b/],
    ['primary_care', /\bgps?\b|primary care|\bpcn\b|practice/],
    ['community_health', /community health|\bcic\b/],
    ['nhs_trust', /\bnhs\b|\bft\b|foundation trust|hospital|ambulance/],
    ['council', /council|borough|local authority|public health|adult social care/],
    ['care_provider', /\bcare (home|association|provider|agenc)|home care|domiciliary/],
    ['voluntary', /\bvcse?\b|voluntary|charit|age uk|carers|\bmind\b|association|trust/],
  ];
  return KINDS.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';
}
