import type { Deed, Role } from '@followthrough/contracts';

/**
 * Who may do what, one table for the guard and the button alike. A person with several roles may do what any of them may.
 * The same table is written into PostgreSQL at migration, where row rules and restricted texts read it.
 */
export const access: Readonly<Record<Deed, readonly Role[]>> = {
  'locality.enter': ['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor'],
  'locality.keep': ['administrator'],
  'plan.read': ['administrator', 'lead', 'critical_friend', 'executive', 'expert'],
  'plan.keep': ['administrator', 'lead'],
  'plan.approve': ['administrator', 'lead', 'executive'],
  'restricted.read': ['administrator', 'lead', 'critical_friend', 'executive'],
  'framework.keep': ['administrator', 'lead'],
  'finding.keep': ['administrator', 'lead'],
  'file.attach': ['administrator', 'lead', 'critical_friend', 'executive'],
  'diagnosis.keep': ['administrator', 'lead'],
  'view.write': ['administrator', 'lead', 'executive', 'expert'],
  'action.keep': ['administrator', 'lead'],
  'action.move_date': ['administrator', 'lead'],
  'measure.keep': ['administrator', 'lead'],
  'update.report': ['administrator', 'lead'],
  'flag.override': ['administrator', 'lead'],
  'evidence.give': ['administrator', 'lead', 'critical_friend', 'executive', 'expert'],
  'closure.verify': ['administrator', 'lead', 'executive'],
  'closure.decide': ['administrator', 'lead'],
  'decision.take': ['administrator', 'lead', 'executive'],
  'summit.keep': ['administrator', 'lead'],
  'thread.raise': ['administrator', 'lead', 'critical_friend', 'executive', 'expert'],
  'thread.answer': ['administrator', 'lead'],
  'capacity.read': ['administrator', 'lead', 'critical_friend', 'executive'],
  'capacity.keep': ['administrator', 'lead'],
  'supply.own': ['administrator', 'lead', 'executive'],
  'supply.keep': ['administrator', 'lead'],
  'dashboard.read': ['administrator', 'lead', 'critical_friend', 'executive', 'expert'],
  'people.read': ['administrator', 'lead', 'critical_friend', 'executive'],
  'people.keep': ['administrator', 'lead'],
  'people.invite': ['administrator'],
  'import.run': ['administrator', 'lead'],
  'export.take': ['administrator', 'lead', 'critical_friend', 'executive'],
  'chase.send': ['administrator', 'lead'],
  'cycle.keep': ['administrator', 'lead'],
  'audit.read': ['administrator', 'lead'],
};

export function may(actor: { readonly roles: readonly Role[] }, deed: Deed): boolean {
  return actor.roles.some((role) => access[deed].includes(role));
}
