import type { QuestionState } from '@followthrough/contracts';

export const PURPOSE = 'To agree why people wait, and what each of us will do about it before the winter.';

export const AGENDA: readonly { readonly title: string; readonly minutes: number; readonly lead: string | null }[] = [
  { title: 'Welcome, and what a week looks like for somebody who waits', minutes: 20, lead: 'Expert by experience' },
  { title: 'Why people wait: do we all see the same reasons?', minutes: 75, lead: 'Chair of the board' },
  { title: 'What each of us will do', minutes: 90, lead: 'Chief executives' },
  { title: 'What we say to staff and to people tomorrow', minutes: 25, lead: null },
];

/** What a hall asks, and what became of it. */
export const ASKED: readonly { readonly text: string; readonly state: QuestionState }[] = [
  { text: 'Who decides when somebody can go home at the weekend?', state: 'answered' },
  { text: 'Why does my mother have to tell her story to five people?', state: 'answered' },
  { text: 'What will you stop doing to make room for this?', state: 'answered' },
  { text: 'How will home care staff be paid for the time they wait at the ward?', state: 'approved' },
  { text: 'When will the night staff be asked?', state: 'approved' },
  { text: 'Will there be fewer meetings?', state: 'parked' },
];

export const POLL = { question: 'What should we do first?', options: ['One number to ring at any hour', 'Teams that work at weekends too', 'A record that all of us can read', 'Pay care workers for waiting time'] };
