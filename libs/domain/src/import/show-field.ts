import type { ImportField } from '@followthrough/contracts';
import { spoken } from '../calendar';
import type { ActionValues, Known } from './known';
import type { Names } from './people-and-partners';

const HORIZONS = { quick_win: 'Quick win', medium: 'Medium', deep_rooted: 'Deep-rooted' } as const;

/** How one column of an action reads, for the lead to compare. */
export function showField(names: Names, known: Known): (field: ImportField, values: ActionValues) => string | null {
  const people = new Map([...known.people.map((one) => [one.id, one.name] as const), ...[...names.people.values()].map((one) => [one.id ?? '', one.value] as const)]);
  const bodies = new Map([...[...names.organisations.values()].map((one) => [one.id ?? '', one.value] as const), ...known.organisations.map((one) => [one.id, one.name] as const)]);
  const person = (id: string | null): string | null => (id === null ? null : (people.get(id) ?? null));
  const partners = (ids: readonly (string | null)[]): string | null => ids.flatMap((id) => (id === null ? [] : [bodies.get(id) ?? ''])).join('; ') || null;
  const day = (on: string | null, text: string | null): string | null => (on === null ? text : spoken(on));
  return (field, values) => {
    switch (field) {
      case 'title': return values.title;
      case 'horizon': return HORIZONS[values.horizon];
      case 'owner': return person(values.ownerId);
      case 'accountablePerson': return person(values.accountablePersonId);
      case 'organisations': return partners([values.accountableOrganisationId, ...values.contributingIds]);
      case 'accountableOrganisation': return partners([values.accountableOrganisationId]);
      case 'contributingOrganisations': return partners(values.contributingIds);
      case 'startOn': return day(values.startOn, values.startText);
      case 'dueOn': return day(values.dueOn, values.dueText);
      case 'daysNeeded': return values.daysNeeded === null ? null : String(values.daysNeeded);
      case 'description': return values.description;
      case 'theme': return values.theme;
      case 'priority': return values.priority;
      case 'successMeasure': return values.successMeasure;
      case 'resources': return values.resources;
      case 'risks': return values.risks;
      case 'nextSteps': return values.nextSteps;
      default: return null;
    }
  };
}
