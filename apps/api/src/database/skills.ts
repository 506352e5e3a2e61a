/** The skills that a locality starts with; its own list from then on. */
export const STARTING_SKILLS: readonly string[] = [
  'Programme management',
  'Commissioning and contracts',
  'Data and analysis',
  'Quality improvement',
  'Co-production and engagement',
  'Workforce and training',
  'Digital and records',
  'Finance',
  'Communications',
  'Social work practice',
  'Clinical practice',
];
