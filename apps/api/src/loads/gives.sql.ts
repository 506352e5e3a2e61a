/** A row `x` that holds on some day of month `m`. */
const holds = '(x.to_on is null or x.to_on >= m.first) and x.from_on <= m.last';

/** Somebody `w` of whom something is known and released in month `m` (`first`, `last`). */
export const gives = `exists (select from working_pattern x where x.person_id = w.id and ${holds}) and exists (select from release x where x.person_id = w.id and x.withdrawn_at is null and x.state = 'confirmed' and ${holds})`;
