import { type Priority, type Horizon, type ImportField } from '@followthrough/contracts';
import { meaning, sameText } from './grid';
import { dateInHeading } from './import-dates';

/** What plans call their columns (published plans and our own export). The first that fits wins, so the narrower come first. */
const NAMES: readonly (readonly [ImportField, RegExp])[] = [
  ['accountablePerson', /accountable (person|officer|lead|executive|director)|senior responsible|\bsro\b|\bsponsor\b/],
  ['accountableOrganisation', /accountable (organisation|organization|body|agency|partner)|lead (organisation|organization|agency|partner|body)/],
  ['contributingOrganisations', /(contributing|supporting|other|delivery) (organisation|organization|partner|agenc)/],
  ['daysNeeded', /days (needed|required|estimated)|(estimated|effort|person)[ -]*(in )?days/],
  ['findingRef', /^(finding|recommendation|rec|report) (ref|no|number|id)\b/],
  ['findingKind', /^(finding )?(kind|type)( of finding)?$/],
  ['findingForce', /must\s*(or|\/|and|&)\s*should/],
  ['page', /^(report )?page\b|paragraph/],
  // When to report again is this locality's rhythm, not the action's.
  ['ignore', /next (update|report|review)( is)? due|where (do )?we want|start(ing)? position|baseline position/],
  ['statusOn', /status (as of|date|as at)|date of (last )?(status|update)|last (updated|reported)/],
  ['nextSteps', /next (step|action|milestone)|planned (activity|work)|still to do|left to do|outstanding|^milestones?$/],
  ['update', /(rag|status) (rationale|reason|comment|narrative|note|update)|reason for (the )?(rag|status)/],
  ['status', /progress.*(\brag|rating)|\brag.*progress|^(are we )?on (track|target)\b|^completed?\W*(y\W*n)?\W*$|delivery confidence|assurance (level|rating)/],
  ['update', /^where (are )?(we|things)\b(?! will| want)|^where it stands|^how (far|are we doing|is it going)|what (has|have|we)\b.*(done|happened|achieved)|(done|happened|delivered|achieved|taken|completed) (so far|to date)|actions? (taken|completed)|achievements?|continuing challenges|^latest\b|state of play/],
  ['risks', /\brisks?\b|barrier|issues?$/],
  ['successMeasure', /how (will )?we( will)? know|measure|success|outcome|kpi|impact|evidence|what will (be different|good look)/],
  ['resources', /resource|\bmoney\b|budget|funding|\bcosts?\b|capacity/],
  ['startOn', /\bstart|\bbegin|commence|\bfrom\b/],
  ['update', /update|progress|commentary|narrative|position|current state|highlight|comments?\b/],
  ['status', /\bb?rag+\b|status|rating|\bstate\b|\bcolou?r\b|traffic light/],
  ['dueOn', /timescale|time ?frame|\bdue\b|deadline|target date|completion|complete by|by when|\bwhen\b|\bend\b|finish|timeline|delivery date/],
  ['horizon', /horizon|quick win|short.{1,10}long|term$|action type/],
  ['priority', /priorit|must do|urgency/],
  ['theme', /theme|work ?stream|domain|standard|objective|category|programme/],
  ['organisations', /organi[sz]ation|partner|agenc|\bbody\b|\bbodies\b/],
  ['owner', /\blead\b|owner|officer|responsible|by whom|\bwho\b|assigned|manager/],
  ['ref', /^((action|item|task|step|line|row) )?(ref|reference|no|number|num|id|#)\b\.?|^#$|^s\/?n$|^item$/],
  ['description', /descri|detail|background|rationale|\bwhy\b|notes?\b/],
  ['finding', /finding|recommendation|suggestion|area (for|of) improvement|area of focus|\bcqc\b|\bissue\b|improvement (needed|area)|what (did|was) (they|the)|what .*(said|told|found)|review(ers?)? (said|found|told)|inspectors?\b|shortfall/],
  ['title', /\bactions?\b|what (we )?will|\btask|\bactivit|deliverable|commitment/],
];

/** What a column probably holds, by its name; `ignore` when the name says nothing to us. */
export function suggestField(heading: string): ImportField {
  const name = sameText(heading);
  if (name === '' || name.length > 250) return 'ignore';
  // A header in two rows: the lower one says what the column is, the upper what it belongs to.
  const under = name.includes(' – ') ? suggestField(name.slice(name.lastIndexOf(' – ') + 3)) : 'ignore';
  if (under !== 'ignore') return under;
  if (dateInHeading(heading) && !/\bstart|\bdue|target|deadline|\brag\b|status/.test(name)) return 'update';
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? 'ignore';
}

/** One column for each field, the first that asked for it; updates may be several. */
export function suggestColumns(headings: readonly string[]): readonly ImportField[] {
  const taken = new Set<ImportField>();
  const wanted = headings.map((heading) => suggestField(heading));
  return wanted.map((field) => {
    if (field === 'ignore' || field === 'update') return field;
    if (taken.has(field)) return 'ignore';
    taken.add(field);
    return field;
  });
}

/** The look of a header, by which a mapping is known again: its names in their order, without the dates in them. */
export const headerLook = (headings: readonly string[]): string => headings.map((heading) => sameText(heading).replace(/\d+/g, '#')).join(' | ').replace(/(?: \| )+$/, '');

export function readHorizon(text: string): Horizon | null {
  const said = sameText(text).replace(/[_-]/g, ' ');
  if (/^quick( |$)|^short/.test(said)) return 'quick_win';
  if (/^medium|^mid/.test(said)) return 'medium';
  return /^deep|^long/.test(said) ? 'deep_rooted' : null;
}

export function readPriority(text: string): Priority | null {
  const said = sameText(text);
  if (/^(h|high|must|1|urgent)\b/.test(said)) return 'high';
  if (/^(m|medium|should|2)\b/.test(said)) return 'medium';
  return /^(l|low|could|3)\b/.test(said) ? 'low' : null;
}

/** "Quick win: guaranteed-hours pilot" says its own horizon. */
export const horizonInTitle = (title: string): Horizon | null => (/^quick[ -]win\s*[:–-]/i.test(meaning(title)) ? 'quick_win' : null);
