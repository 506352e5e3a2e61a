import type { Choice } from '@followthrough/contracts';

/** Things of a contract as the choices of a field. */
export const asChoices = (things: readonly Choice[]): readonly { readonly value: string; readonly label: string }[] => things.map(({ id, name }) => ({ value: id, label: name }));

/** What an edit adds to a list and takes out of it. */
export const changed = (before: readonly string[], after: readonly string[]) => ({ added: after.filter((id) => !before.includes(id)), removed: before.filter((id) => !after.includes(id)) });
