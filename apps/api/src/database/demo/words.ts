import type { AnswerKind, SlipReason, Status, ThreadKind } from '@followthrough/contracts';

/** What people write when they report, by where the action stands. */
export const NARRATIVES: Readonly<Record<Status, readonly string[]>> = {
  not_started: ['Waits for the post to be filled; the advert closed last week.', 'Will begin when the first stage is done, as planned.', 'Nobody has begun. The start was agreed for next month.'],
  on_track: ['The first group has begun and the team meets weekly.', 'Agreed with all partners. The first two areas are running.', 'Going as planned; staff say that the new way is simpler.', 'Half of the visits are now done the new way.', 'The pilot was looked at with people who used it. Two things will change.', 'Training is finished in two of the three teams.'],
  at_risk: ['Two of the three posts are still empty, so the second stage is late.', 'The supplier moved the date by a month.', 'Winter demand took the people who were to do this.', 'Partners have not yet agreed who pays after March.', 'Fewer people than expected have come forward.'],
  off_track: ['Stopped since the money for the second stage was held back.', 'The partner that was to lead has withdrawn its staff.', 'It cannot go on until the sharing agreement is signed.', 'The new contract was not awarded; the service carries on as it was.'],
  complete: ['All of it is in place and handed over to the service.', 'Done. The last area changed over this month.', 'Finished; the team carries on as its usual way of working.'],
  embedded: ['Looked at again after six months: it is still done this way without anybody being reminded.', 'A second look by the quality team found it in use in every area.'],
};

export const WAYS_BACK: readonly string[] = ['Two people join from the bank next week; the second stage then starts four weeks late and ends on time.', 'We ask the board to hold the money until June and begin with the part that needs none.', 'The smaller area goes first, so that something is done before winter.', 'The other partner lends a project manager for eight weeks.', 'We meet the supplier each week and have a second one ready.'];
export const EVIDENCE: readonly string[] = ['Audit of 40 records by the quality team: 38 done the new way.', 'Six months of the measure, better in each month than the year before.', 'Twelve calls to people who used it; eleven said that it made a difference.', 'Visit by Healthwatch, report of two pages on the shared drive.'];
export const DECISIONS: readonly string[] = ['Release the money for the second stage', 'Say which partner employs the shared posts', 'Agree to share the waiting list between the two organisations', 'Decide whether the pilot goes on after March', 'Choose between the two sites'];
export const DECIDED: readonly string[] = ['Agreed for one year, to be looked at again in the spring.', 'The Council employs; the cost is shared as in the other posts.', 'Agreed, with a review after three months.'];
export const PUT_OFF: readonly string[] = ['Put off to the next meeting: the figures were not ready.', 'Not before the yearly budget is known.'];
export const RISKS: readonly string[] = ['It depends on two people; if either leaves it stops.', 'Winter demand may take the staff away.', 'Money is certain until March only.', 'The building may not be ready.', 'One partner has not signed yet.'];
export const RESOURCES: readonly string[] = ['Within existing teams, about half a day a week each.', 'One project manager for six months.', '£45,000 for a year from the shared fund.', 'No new money; room and equipment lent by a partner.'];
export const NEXT_STEPS: readonly string[] = ['Ask the first ten people what they made of it.', 'Settle the rota for the spring.', 'Bring the results to the next board.', 'Begin in the second area.', 'Write it into the contract.'];
export const MOVE_NOTES: Readonly<Record<SlipReason, readonly string[]>> = {
  capacity: ['The people who were to do it were needed for winter.', 'Two posts took longer to fill than planned.'],
  dependency: ['It needs the shared record, which came later than promised.', 'The other action has to be done first.'],
  decision: ['The board did not reach the item.', 'Waiting for an answer on who employs the posts.'],
  funding: ['The second half of the money was held back.'],
  scope: ['Two more areas were added at the partners’ wish.'],
  external: ['The supplier went out of business.', 'National guidance changed.'],
};

export const RAISED: Readonly<Record<ThreadKind, readonly string[]>> = {
  challenge: ['What would tell you that this has changed anything for people, and not only for the process?', 'It has been green for five months and its measure has not moved. What is going on?', 'This treats the symptom. Where is the action about why nobody decides?'],
  question: ['Who answers for this when the project manager leaves in spring?', 'How many people has this reached so far?', 'Does this include people who pay for their own care?'],
  comment: ['We saw something like this work elsewhere, with a quarter of the effort. Glad to make the contact.', 'My mother was one of the first. The phone call the day before made all the difference.'],
  suggestion: ['Could the carers’ group read the letter before it goes out? We would do it in a week.', 'Ask the night staff too. They see what happens after five.'],
  commendation: ['This is plain, brave and it shows. Please tell the team.'],
};
export const ANSWERED: Readonly<Record<Exclude<AnswerKind, 'reply'>, readonly string[]>> = {
  accepted: ['Fair. We will add the measure and bring it to the next board.', 'Agreed; the deputy takes it over from March.'],
  partly: ['Partly: we will ask night staff, but cannot wait for it before the second area begins.'],
  not_accepted: ['We looked at that and it would need a change of contract. We keep to the plan and will come back to it in the summer.'],
  done: ['Done last week; the letter went out as you rewrote it.'],
};

export const FIRST_NAMES = ['Amara', 'Ben', 'Carys', 'Daniel', 'Esi', 'Farid', 'Grace', 'Hamish', 'Imogen', 'Javed', 'Kezia', 'Leon', 'Maeve', 'Nadia', 'Owen', 'Petra', 'Rashid', 'Sioned', 'Tariq', 'Una', 'Viktor', 'Winifred', 'Yusuf', 'Zofia'];
export const LAST_NAMES = ['Ashdown', 'Bramwell', 'Coker', 'Dunmore', 'Ellery', 'Farrow', 'Goswami', 'Hartigan', 'Ibekwe', 'Jessop', 'Kowal', 'Lathom', 'Mistry', 'Nettleton', 'Osei', 'Penhale', 'Quartey', 'Rowntree', 'Sandhu', 'Tremlett', 'Usman', 'Varley', 'Wetherby', 'Yeo'];
export const JOBS = ['Head of integrated discharge', 'Director of adult social care', 'Deputy chief operating officer', 'Commissioning manager', 'Therapy lead', 'Community matron', 'Workforce lead', 'Carers lead', 'Business intelligence manager', 'Neighbourhood manager', 'Service manager', 'Head of quality', 'Practice manager', 'Chief pharmacist', 'Project manager'];
