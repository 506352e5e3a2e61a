import type { OrganisationKind, Role } from '@followthrough/contracts';
import type { StatusWord } from '../status-words';

export interface Place {
  readonly slug: string;
  readonly name: string;
  readonly seed: number;
  readonly actions: number;
  readonly plans: readonly { readonly title: string; readonly aim: string; readonly board: string }[];
  readonly partners: readonly (readonly [name: string, kind: OrganisationKind, aliases: readonly string[]])[];
  readonly areas: readonly string[];
  /** Its own words for some states, where they are not the usual ones. */
  readonly words?: readonly StatusWord[];
}

/** Northmoor's plan comes from a workbook, through the importer. These two are made up here, larger and a year old. None of them exists. */
export const PLACES: readonly Place[] = [
  {
    slug: 'eastvale',
    name: 'Eastvale',
    seed: 7_301,
    actions: 240,
    plans: [{ title: 'Living well at home in Eastvale', aim: 'People are asked once, helped soon, and stay at home for longer.', board: 'Eastvale Health and Wellbeing Board' }],
    partners: [
      ['Eastvale Council', 'council', ['EVC', 'the Council']],
      ['Vale Hospitals NHS Trust', 'nhs_trust', ['Vale Hospitals', 'the acute']],
      ['Mid Rivers Integrated Care Board', 'icb', ['the ICB']],
      ['Vale Community Health', 'community_health', ['VCH']],
      ['Eastvale GP Alliance', 'primary_care', ['the Alliance']],
      ['Eastvale Care Providers Group', 'care_provider', ['care providers']],
      ['Vale Voluntary Action', 'voluntary', ['VVA']],
      ['Healthwatch Eastvale', 'healthwatch', []],
    ],
    areas: ['Upper Vale', 'Millbrook', 'Castle Park', 'the river villages', 'Eastgate', 'Long Furlong'],
  },
  {
    slug: 'harbourside',
    name: 'Harbourside',
    seed: 9_002,
    actions: 900,
    plans: [
      { title: 'Getting home from hospital', aim: 'Nobody stays in hospital because something outside it is not ready.', board: 'Harbourside System Board' },
      { title: 'Care in our neighbourhoods', aim: 'Help comes from people who know you and know each other.', board: 'Harbourside Place Partnership' },
      { title: 'A workforce that stays', aim: 'People who care for others are cared for themselves, and stay.', board: 'Harbourside People Board' },
    ],
    partners: [
      ['Harbourside City Council', 'council', ['HCC', 'the Council']],
      ['Harbourside University Hospitals', 'nhs_trust', ['HUH', 'the acute']],
      ['Estuary Mental Health NHS Trust', 'nhs_trust', ['Estuary']],
      ['Estuary and Coast Integrated Care Board', 'icb', ['the ICB']],
      ['Harbourside Community Health CIC', 'community_health', ['HCH']],
      ['Docklands Primary Care Network', 'primary_care', ['Docklands PCN']],
      ['Seaward Primary Care Network', 'primary_care', ['Seaward PCN']],
      ['Harbour Homecare Association', 'care_provider', ['home care providers']],
      ['Harbourside Care Homes Forum', 'care_provider', ['care homes']],
      ['Harbourside Together', 'voluntary', ['the voluntary sector']],
      ['Healthwatch Harbourside', 'healthwatch', []],
      ['Harbourside Fire and Rescue', 'fire_police', []],
    ],
    // As in one real trust, amber means that all is well and green that it is done.
    words: [
      { status: 'at_risk', word: 'Slipping', definition: 'There is an issue, and the owner has a way back.', colour: 'purple', mark: 'triangle' },
      { status: 'on_track', word: 'Under way', definition: 'Going to plan, and not done yet.', colour: 'amber', mark: 'disc' },
      { status: 'complete', word: 'Finished', definition: 'Done; somebody else has still to check that it lasts.', colour: 'green', mark: 'tick' },
      { status: 'embedded', word: 'Finished and checked', definition: 'Checked by somebody who neither owns it nor reported it.', colour: 'blue', mark: 'diamond' },
    ],
    areas: ['Docklands', 'Seaward', 'Old Town', 'Northquay', 'the Lanes', 'Saltmarsh', 'Beacon Hill', 'Ferry Road', 'Westpoint'],
  },
];

/** One person to sign in as for each role. The address begins with the word; `npm start` prints them. */
export const DEMO_PEOPLE: readonly (readonly [word: string, role: Role, name: string, job: string])[] = [
  ['lead', 'lead', 'Morgan Reed', 'Programme lead'],
  ['executive', 'executive', 'Ayesha Lindqvist', 'Chief executive'],
  ['friend', 'critical_friend', 'Tomas Abara', 'Critical friend'],
  ['expert', 'expert', 'Wendy Okoro', 'Expert by experience'],
  ['admin', 'administrator', 'Priya Castell', 'Programme administrator'],
  ['visitor', 'visitor', 'Jonas Hale', 'Visitor from another locality'],
];
