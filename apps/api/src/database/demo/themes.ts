export interface Theme {
  readonly name: string;
  /** What the review said, word for word. */
  readonly findings: readonly string[];
  /** What is done about it. `{team}`, `{group}` and `{area}` are filled in. */
  readonly actions: readonly string[];
  readonly measures: readonly string[];
}

export const TEAMS = ['the discharge team', 'reablement', 'community nursing', 'the urgent response team', 'the brokerage team', 'the social work front door', 'therapy services', 'the medicines team', 'the carers’ service', 'the neighbourhood team'];
export const GROUPS = ['older people who fall', 'people living with dementia', 'people with a learning disability', 'autistic adults', 'unpaid carers', 'young people moving to adult services', 'people at the end of life', 'people leaving hospital', 'people with more than one long-term condition', 'people in temporary housing'];

export const THEMES: readonly Theme[] = [
  {
    name: 'Leaving hospital',
    findings: [
      'People waited in hospital after they were well enough to leave, most often for a decision that nobody knew they had to make.',
      'Weekend discharges were few. Staff told us that the services people went home to were closed.',
      'Families were told about going home on the day it happened.',
    ],
    actions: ['Agree one list of people ready to leave, used by {team} every morning', 'Open {team} on Saturdays and Sundays for {area}', 'Give families of {group} a named person to ring about going home', 'Set an expected day of leaving within a day of coming in, for {group}', 'Replace three discharge forms with one that {team} will accept', 'Try same-day medicines for {group} going home to {area}', 'Hold a weekly review of everybody waiting more than seven days, led by {team}', 'Write down who decides when {team} and the ward disagree'],
    measures: ['People waiting more than seven days, weekly', 'Discharges on Saturday and Sunday as a share of all', 'Families told at least a day before, from the weekly calls'],
  },
  {
    name: 'One front door',
    findings: ['People told their story up to five times before anybody helped.', 'Three organisations ran separate telephone lines, each unaware of the others’ opening hours.', 'Referrals were passed back and forth because thresholds were not shared.'],
    actions: ['Bring the calls for {team} and the council into one number', 'Publish the thresholds of {team} in plain words', 'Put a worker from {team} beside the call handlers in {area}', 'Stop asking {group} for details that we hold already', 'Give the front door the right to book visits of {team}', 'Listen to ten recorded calls a month about {group}, together', 'Make one letter out of four for {group}'],
    measures: ['Times people say they told their story, from monthly calls', 'Calls answered within two minutes', 'Referrals sent back to who sent them'],
  },
  {
    name: 'Help at home',
    findings: ['Home care was handed back at short notice and people were left with gaps of several days.', 'Reablement worked well for those who got it; fewer than half of those who would gain did.', 'Providers said that they learnt of changes to the contract from each other.'],
    actions: ['Pay guaranteed hours to three home care agencies in {area}', 'Offer reablement first to {group}', 'Meet providers every month with {team} and publish the notes', 'Plan rounds by street in {area} with the providers that work there', 'Let carers of {team} order simple equipment themselves', 'Agree what happens on the day when a package is handed back', 'Review packages of {group} six weeks after they start'],
    measures: ['Packages handed back in a month', 'People still at home 91 days after reablement', 'Hours of home care waiting to be found'],
  },
  {
    name: 'Unpaid carers',
    findings: ['Carers were not asked what they could go on doing.', 'Breaks were offered after a crisis, seldom before.'],
    actions: ['Ask every carer of {group} what they can and cannot go on doing', 'Offer a first break before the assessment is finished, in {area}', 'Train {team} to see the carer in the room', 'Put a carers’ worker on the wards that serve {area}', 'Set up an emergency plan with each carer of {group}'],
    measures: ['Carers with an emergency plan', 'Carers who had a break within six weeks'],
  },
  {
    name: 'Workforce',
    findings: ['A quarter of care posts were vacant and agencies were used to fill shifts, not to solve why people left.', 'Partners recruited from one another and trained apart.'],
    actions: ['Run one joint recruitment for {team} and home care in {area}', 'Offer shared training in moving and handling to {team}', 'Ask everybody who leaves {team} why, and publish what they say', 'Make a first rotation between the hospital and {team}', 'Settle travel time in the contract for {area}', 'Give new starters in {team} a buddy for twelve weeks', 'Agree one set of delegated tasks for work with {group}'],
    measures: ['Vacancies as a share of posts', 'People who leave within their first year', 'Agency shifts in a month'],
  },
  {
    name: 'Sharing what we know',
    findings: ['Staff could not see one another’s records and rang for information that was a few clicks away.', 'There was no shared view of demand, so every organisation planned for its own.'],
    actions: ['Give {team} sight of the shared care record', 'Agree the data that the weekly report needs and who sends it', 'Make one picture of demand for {group} across the partners', 'Sign the sharing agreement for {team}', 'Replace faxes and phone calls to {team} with one secure inbox', 'Train super-users of the shared record in {area}'],
    measures: ['Views of the shared record in a week', 'Reports sent on time'],
  },
  {
    name: 'Prevention and neighbourhoods',
    findings: ['Good local groups were known to those who ran them and few others.', 'People who fell were helped after the second fall.'],
    actions: ['Map the groups in {area} with those who run them', 'Offer strength and balance classes to {group} in {area}', 'Hold a neighbourhood meeting of {team} in {area} every fortnight', 'Give link workers in {area} a small fund to spend at once', 'Ring {group} after a first fall within two days', 'Open a warm room for {group} in {area}'],
    measures: ['People in strength and balance classes', 'Second falls within six months', 'People helped from the small fund'],
  },
  {
    name: 'Mental health and crisis',
    findings: ['In a crisis the emergency department was the only door that was open at night.', 'Physical health checks for people with serious mental illness were offered, and seldom taken up.'],
    actions: ['Open a place of calm in {area} in the evenings', 'Send {team} with the ambulance to calls about {group}', 'Book health checks for {group} where people already go', 'Write crisis plans with {group} and keep them where {team} can see them', 'Agree a route for {group} who come back within a month'],
    measures: ['Health checks taken up', 'People who come back in a crisis within 30 days'],
  },
  {
    name: 'Leading together',
    findings: ['Leaders met often and decided seldom. Staff could not say what the shared aims were.', 'Partners reported to six boards in six forms.'],
    actions: ['Report once, in one form, to every board that asks about {team}', 'Agree five measures that all partners watch for {group}', 'Publish decisions of the board within two days', 'Spend a day each quarter with staff of {team} in {area}', 'Set up one budget for {group}, with one person who answers for it', 'Name one leader for each priority and say so in public'],
    measures: ['Board papers in the one form', 'Staff who can name the shared aims, from the yearly survey'],
  },
  {
    name: 'Care homes',
    findings: ['Homes called an ambulance because nobody else would come.', 'Residents’ wishes were recorded and not found when they were needed.'],
    actions: ['Give every home in {area} a named clinician from {team}', 'Bring {team} to homes in {area} within two hours of a call', 'Record what residents want and where it can be found, beginning with {group}', 'Trust the assessment that a home made for {group}', 'Review medicines of residents in {area} once a year'],
    measures: ['Ambulance calls from care homes', 'Residents whose wishes are in the shared record'],
  },
];

/** What the reviews found to be good. */
export const PRAISE: readonly { readonly kind: 'strength' | 'good_practice'; readonly quotation: string }[] = [
  { kind: 'strength', quotation: 'Staff in every organisation spoke warmly of one another and wanted the same things for people.' },
  { kind: 'strength', quotation: 'Front-line teams found ways round the system for the people in front of them.' },
  { kind: 'good_practice', quotation: 'The neighbourhood huddle on Mondays settled in ten minutes what used to take a week of e-mails.' },
  { kind: 'good_practice', quotation: 'A monthly forum of people who use services set its own agenda, and leaders came to listen.' },
];
