/** The name of the person in a column, for the select list of a statement. */
export const nameOf = (column: string): string => `(select p.name from person p where p.id = ${column})`;

/** The membership `m` is that person's and has not ended. */
export const isMember = (person: string): string => `m.person_id = ${person} and m.ended_at is null and (m.valid_to is null or m.valid_to >= today())`;

/** Whether that person can sign in here; somebody who cannot is reported for. */
export const hasAccount = (person: string): string => `exists (select from membership m where ${isMember(person)})`;
