/** Days from what a figure is for until somebody has counted it. */
export const COUNTED_AFTER = 5;

/** Days from today back to when partners last said what they can give. */
const CONFIRMED_AGO = 45;

/** The day on which what the audit row `h` says came into its register. $1 is today. */
const DAY = `case
    when h.table_name = 'decision_request' then coalesce(h.after ->> 'settled_on', h.after ->> 'asked_on')::date
    when h.table_name = 'confirmed_days' then $1::date - ${CONFIRMED_AGO}
    when h.table_name = 'measure_point' then (h.after ->> 'on_day')::date + ${COUNTED_AFTER}
    when h.change = 'update' then coalesce(h.after ->> 'latest_on', h.after ->> 'retired_on')::date + ${COUNTED_AFTER} end`;

/** When things came into the registers, as the audit has it: decisions when they were asked and settled, figures and their verdicts when they were counted. $1 is today. */
export const REGISTER_DAYS = `
  update audit h set at = (least(${DAY}, $1::date - 1) + time '10:24') at time zone 'Europe/London'
  where h.locality_id = current_locality() and h.table_name in ('decision_request', 'confirmed_days', 'measure_point', 'measure') and h.at < ${DAY}`;
