/** Who comes to a locality, and what can be done there. Which role may do which deed is in `libs/domain/access`. */
export const roles = ['administrator', 'lead', 'critical_friend', 'executive', 'expert', 'visitor'] as const;
export type Role = (typeof roles)[number];

export const deeds = [
  'locality.enter',
  'locality.keep',
  'plan.read',
  'plan.keep',
  'plan.approve',
  'restricted.read',
  'framework.keep',
  'finding.keep',
  'file.attach',
  'diagnosis.keep',
  'view.write',
  'action.keep',
  'action.move_date',
  'measure.keep',
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

/** What people read for each role. */
export const roleNames: Readonly<Record<Role, string>> = {
  administrator: 'Programme administrator',
  lead: 'Locality lead',
  critical_friend: 'Critical friend',
  executive: 'Executive',
  expert: 'Expert by experience',
  visitor: 'Visitor',
};

/** What each deed lets somebody do, to finish the sentence “can …”. */
export const deedNames: Readonly<Record<Deed, string>> = {
  'locality.enter': 'sign in to the locality',
  'locality.keep': 'change the locality’s name, colour and status words',
  'plan.read': 'read the plan, its findings and actions',
  'plan.approve': 'record that a board approved a plan or its amendments',
  'plan.keep': 'add and change plans, who signed them and where they are reported',
  'restricted.read': 'read text that is kept from the public',
  'framework.keep': 'copy, change and publish frameworks',
  'finding.keep': 'add and change findings and reviews',
  'file.attach': 'attach a file',
  'diagnosis.keep': 'write the diagnosis of a finding, and its causes',
  'view.write': 'write the view of their own organisation in a round, and say whether it agrees',
  'action.keep': 'add and change actions',
  'action.move_date': 'move a due date, with a reason',
  'measure.keep': 'add measures, their figures and what they belong to',
  'update.report': 'report progress',
  'decision.take': 'take or defer a decision that was asked for',
  'summit.keep': 'record a summit and its outcomes',
  'thread.raise': 'comment, ask and challenge',
  'thread.answer': 'answer comments and challenges',
  'capacity.read': 'see days needed and days confirmed',
  'capacity.keep': 'change days needed and days confirmed',
  'dashboard.read': 'see the dashboard',
  'people.read': 'see people and their organisations',
  'people.keep': 'add and change people and organisations',
  'people.invite': 'invite people, change their roles and end their access',
  'import.run': 'import a plan from a workbook',
  'export.take': 'take the plan out as a workbook',
  'chase.send': 'remind people who owe an update',
  'audit.read': 'read who changed what and when',
};
