/**
 * Whether an organisation takes part in a plan today: it is accountable for one of its actions, contributes to one, or
 * sponsors it, and is still a partner of the locality. `o` is the organisation's row.
 */
export const takesPart = (plan: string, o: string): string => `(
  (${o}.valid_from is null or ${o}.valid_from <= today()) and (${o}.valid_to is null or ${o}.valid_to >= today()) and (
    exists (select from action x where x.plan_id = ${plan} and x.accountable_organisation_id = ${o}.id and x.withdrawn_at is null)
    or exists (select from action_organisation c join action x on x.id = c.action_id and x.withdrawn_at is null where c.organisation_id = ${o}.id and x.plan_id = ${plan})
    or exists (select from plan_sponsor c where c.plan_id = ${plan} and c.organisation_id = ${o}.id)))`;

/** Organisations that take part in a plan and have not signed its aim as it now reads; without an aim there is nothing to sign. `p` is the plan's row. */
export const unsigned = (p: string): string => `from organisation o where o.withdrawn_at is null and ${p}.aim is not null and ${takesPart(`${p}.id`, 'o')}
  and not exists (select from plan_signature s where s.plan_id = ${p}.id and s.organisation_id = o.id and s.taken_back_on is null and s.aim = ${p}.aim)`;
