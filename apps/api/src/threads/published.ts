/** What statements of other features know of threads. `t` is the thread. */
export const raisedByFriend = `exists (select from membership m where m.person_id = t.raised_by and 'critical_friend' = any (m.roles))`;
