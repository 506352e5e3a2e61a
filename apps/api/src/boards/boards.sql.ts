import { BoardAmendments, BoardApproval, BoardAttendee, BoardDay, BoardDecision, BoardInvitee, BoardItem, BoardPage } from '@followthrough/contracts';
import { jsonList, jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';
import { shown } from './published';

/** Those that sit before those that are retired. */
export const allBoards = statement('boards.all', `select json_build_object('items', ${jsonList(BoardItem, 'b', shown, 'from board b order by b.retired_on is not null, lower(b.name) limit 500')})::text as answer`);

export const oneBoard = statement('boards.one', jsonRow(BoardItem, 'b', shown, 'from board b where b.id = $1'));

const decisions = (which: string): string =>
  jsonList(BoardDecision, 'd', { ref: 'a.ref', title: 'a.title' }, `from decision_request d join action a on a.id = d.action_id and a.withdrawn_at is null where d.board_id = b.id and d.withdrawn_at is null and ${which} limit 100`);

/** What is recorded of one day. A decision counts for the day on which it was settled. */
const day = {
  meetingId: '(select m.id from board_meeting m where m.board_id = b.id and m.held_on = x.day)',
  attendance: jsonList(BoardAttendee, 't', { name: 'o.name' }, 'from board_meeting m join board_attendance t on t.board_meeting_id = m.id join organisation o on o.id = t.organisation_id where m.board_id = b.id and m.held_on = x.day order by not t.came, lower(o.name) limit 500'),
  approvals: jsonList(BoardApproval, 'v', { planTitle: 'p.title' }, 'from plan_version v join plan p on p.id = v.plan_id and p.withdrawn_at is null where v.board_id = b.id and v.approved_on = x.day order by lower(p.title), v.number limit 100'),
  amendments: jsonList(
    BoardAmendments,
    'c',
    { planTitle: 'p.title' },
    `from (select c.plan_id, count(*) filter (where c.decision = 'approved') as approved, count(*) filter (where c.decision = 'declined') as declined from amendment_decision c where c.board_id = b.id and c.decided_on = x.day group by 1) c
     join plan p on p.id = c.plan_id and p.withdrawn_at is null order by lower(p.title) limit 100`,
  ),
  decisions: decisions(`d.state <> 'open' and d.settled_on = x.day order by a.ref collate as_counted, d.id`),
};

/** Days on which it met, and days of what is recorded of it: an approval may be dated between two meetings. */
const days = `from (
    select m.held_on as day from board_meeting m where m.board_id = b.id and m.held_on < today()
    union select v.approved_on from plan_version v where v.board_id = b.id
    union select c.decided_on from amendment_decision c where c.board_id = b.id
    union select d.settled_on from decision_request d where d.board_id = b.id and d.state <> 'open' and d.withdrawn_at is null
  ) x order by x.day desc limit 200`;

/** Whoever was asked last is expected again; while nobody has recorded it, those with work in the plans that report to it. */
const invitees = jsonList(
  BoardInvitee,
  'o',
  { organisationId: 'o.id', isExpected: 'o.is_expected' },
  `from (
    select o.id, o.name, case when last.id is null then
        exists (select from plan_board l join action a on a.plan_id = l.plan_id and a.withdrawn_at is null where l.board_id = b.id and a.accountable_organisation_id = o.id) or exists (select from plan_board l join plan_sponsor s on s.plan_id = l.plan_id where l.board_id = b.id and s.organisation_id = o.id)
      else exists (select from board_attendance t where t.board_meeting_id = last.id and t.organisation_id = o.id) end as is_expected
    from organisation o left join lateral (select m.id from board_meeting m where m.board_id = b.id and exists (select from board_attendance t where t.board_meeting_id = m.id) order by m.held_on desc limit 1) last on true
    where o.withdrawn_at is null and (o.valid_to is null or o.valid_to >= today())) o order by not o.is_expected, lower(o.name) limit 500`,
);

/** $1 board. */
export const boardPage = statement(
  'boards.page',
  jsonRow(BoardPage, 'b', { ...shown, asked: decisions(`d.state = 'open' order by coalesce(d.needed_by, 'infinity'), d.id`), days: jsonList(BoardDay, 'x', day, days), invitees }, 'from board b where b.id = $1'),
);
