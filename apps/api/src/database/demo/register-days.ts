/** Days from what a figure is for until somebody has counted it. */
export const COUNTED_AFTER = 5;

/** Days from today back to when partners last said what they can give. */
const CONFIRMED_AGO = 45;

/** When things came into the registers, as the audit has it: decisions when they were asked and settled, figures and their verdicts when they were counted. $1 is today. */
export const REGISTER_DAYS = `
  update audit h set at = (least(t.day, $1::date - 1) + time '10:24') at time zone 'Europe/London'
  from (
    select x.position, case
      when x.table_name = 'decision_request' then coalesce(x.after ->> 'settled_on', x.after ->> 'asked_on')::date
      when x.table_name = 'confirmed_days' then $1::date - ${CONFIRMED_AGO}
      when x.table_name = 'measure_point' then (x.after ->> 'on_day')::date + ${COUNTED_AFTER}
      when x.change = 'update' then coalesce(x.after ->> 'latest_on', x.after ->> 'retired_on')::date + ${COUNTED_AFTER} end as day
    from audit x where x.locality_id = current_locality() and x.table_name in ('decision_request', 'confirmed_days', 'measure_point', 'measure')
  ) t
  where h.locality_id = current_locality() and h.position = t.position and t.day is not null and h.at < t.day`;
