/** Who comes to a locality, and what can be done there. Which role may do which deed is in `libs/domain/access`. */
export const roles = ['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor'] as const;
export type Role = (typeof roles)[number];

export const deeds = [
  'locality.enter',
  'locality.keep',
  'plan.read',
  'plan.keep',
  'restricted.read',
  'finding.keep',
  'action.keep',
  'action.move_date',
  'update.report',
  'decision.take',
  'summit.keep',
  'thread.raise',
  'thread.answer',
  'capacity.read',
  'capacity.keep',
  'dashboard.read',
  'people.read',
  'people.keep',
  'people.invite',
  'import.run',
  'export.take',
  'chase.send',
  'audit.read',
] as const;
export type Deed = (typeof deeds)[number];
