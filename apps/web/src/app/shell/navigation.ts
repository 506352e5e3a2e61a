import type { Deed, Role } from '@followthrough/contracts';

export interface NavigationItem {
  readonly path: string;
  readonly label: string;
  /** Shown to those who may do this. */
  readonly may: Deed;
  /** Kept out of the bar, but found by the command palette. */
  readonly aside?: true;
  /** Where these start; everybody else starts at the first item they may see. */
  readonly homeOf?: readonly Role[];
}

/** Where one can go inside a locality, in the order of the bar. A feature adds its line when its first screen exists. */
export const navigation: readonly NavigationItem[] = [
  { path: 'my-work', label: 'My work', may: 'plan.read' },
  { path: 'dashboard', label: 'Dashboard', may: 'dashboard.read', homeOf: ['executive', 'critical_friend', 'expert'] },
  { path: 'plan', label: 'Plan', may: 'plan.read' },
  { path: 'findings', label: 'Findings', may: 'plan.read' },
  { path: 'causes', label: 'Causes', may: 'plan.read', aside: true },
  { path: 'programmes', label: 'Running programmes', may: 'plan.read', aside: true },
  { path: 'imports', label: 'Import a plan', may: 'import.run', aside: true },
  { path: 'summits', label: 'Summits', may: 'plan.read' },
  { path: 'decisions', label: 'Decisions', may: 'plan.read' },
  { path: 'boards', label: 'Boards', may: 'plan.read', aside: true },
  { path: 'threads', label: 'Comments and challenges', may: 'plan.read', aside: true },
  { path: 'capacity', label: 'Capacity', may: 'capacity.read' },
  { path: 'capacity/heat-map', label: 'Heat map', may: 'capacity.read', aside: true },
  { path: 'capacity/my-load', label: 'My load', may: 'supply.own', aside: true },
  { path: 'capacity/our-people', label: 'Our people and what they can give', may: 'supply.keep', aside: true },
  { path: 'capacity/teams', label: 'Teams', may: 'people.read', aside: true },
  { path: 'capacity/productive-time', label: 'Productive time', may: 'capacity.read', aside: true },
  { path: 'measures', label: 'Measures', may: 'plan.read' },
  { path: 'update-sheet', label: 'Update sheet', may: 'update.report', aside: true },
  { path: 'chases', label: 'Who owes an update', may: 'chase.send', aside: true },
  { path: 'organisations', label: 'Organisations', may: 'plan.read' },
  { path: 'people', label: 'People', may: 'people.read' },
  { path: 'history', label: 'History', may: 'audit.read', aside: true },
  { path: 'settings', label: 'Settings', may: 'plan.read' },
  // For visitors, who may see nothing else.
  { path: 'welcome', label: 'Welcome', may: 'locality.enter', aside: true },
];
