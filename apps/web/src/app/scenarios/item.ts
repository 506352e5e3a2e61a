import type { NewScenarioChange, ScenarioChangeItem, ScenarioChoices } from '@followthrough/contracts';
import { changeOf, type ScenarioFacts, seenBy } from '@followthrough/domain';

/** A change as it is said here, with what it names and what it sees: as the server will answer it. */
export function itemOf(body: NewScenarioChange, facts: ScenarioFacts, { people, organisations }: ScenarioChoices): ScenarioChangeItem {
  const work = facts.work.find((one) => one.id === body.actionId || one.lines.some(({ id }) => id === body.effortId));
  const person = people.find((one) => one.id === body.personId);
  const to = people.find((one) => one.id === body.toPersonId);
  const nameOf = (id: string | null | undefined): string | null => organisations.find((one) => one.id === id)?.name ?? null;
  const said: ScenarioChangeItem = {
    id: crypto.randomUUID(), kind: body.kind, actionId: body.kind === 'hire' ? null : (work?.id ?? body.actionId ?? null), ref: work?.ref ?? null, actionTitle: work?.title ?? null, effortId: body.effortId ?? null,
    personId: body.personId ?? null, personName: person?.name ?? null, personOrganisationId: person?.organisationId ?? null, personOrganisationName: person?.organisationName ?? null,
    toPersonId: body.toPersonId ?? null, toPersonName: to?.name ?? null, toPersonOrganisationId: to?.organisationId ?? null, toPersonOrganisationName: to?.organisationName ?? null,
    organisationId: body.organisationId ?? null, organisationName: nameOf(body.organisationId), toOn: body.toOn ?? null, minutes: body.minutes ?? null, title: body.title ?? null,
    fromOn: null, fromMinutes: null, fromOrganisationId: null, fromOrganisationName: null, isClosed: false, hasLeft: false,
  };
  const seen = seenBy(facts, changeOf(said));
  return { ...said, ...seen, fromOrganisationName: nameOf(seen.fromOrganisationId) };
}
