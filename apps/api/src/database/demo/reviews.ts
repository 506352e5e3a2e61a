import { randomUUID } from 'node:crypto';
import type { ClientBase } from 'pg';
import { dayAfter } from '@followthrough/domain';
import { put } from './put';

interface Around {
  readonly owner: ClientBase;
  readonly place: { readonly slug: string; readonly name: string };
  readonly leadId: string;
  readonly today: string;
}

const at = (day: string): string => `${day}T10:15:00Z`;

/** What followed the reviews, with dates that were moved and one that is late; an assessment, scored in one place and half scored in the other; a draft framework. */
export async function demoReviews({ owner, place, leadId, today }: Around): Promise<void> {
  const ago = (days: number): string => dayAfter(today, -days);
  const { rows } = await owner.query<{ id: string; code: string }>('select r.id, f.code from review r join framework f on f.locality_id = r.locality_id and f.id = r.framework_id where r.locality_id = current_locality()');
  const idOf = (code: string): string | undefined => rows.find((one) => one.code === code)?.id;
  const [system, peers] = [idOf('cqc-local-system-review'), idOf('lga-corporate-peer-challenge')];
  const isFirst = place.slug === 'eastvale';
  const said = (review_id: string | undefined, step: string, kind: 'due' | 'done', on: string, day: string, reason: string | null = null) => ({ id: randomUUID(), review_id, step, kind, on, reason, said_by: leadId, said_at: at(day) });
  await put(owner, 'clock_entry', [
    said(system, 'summit', 'due', ago(338), ago(375), 'The council’s election period; every partner agreed'),
    said(system, 'summit', 'done', ago(340), ago(339)),
    said(system, 'plan', 'done', ago(305), ago(304)),
    said(peers, 'plan', 'done', ago(262), ago(260)),
    said(peers, 'progress', 'done', ago(70), ago(69)),
    isFirst ? said(peers, 'progress-published', 'done', ago(18), ago(18)) : said(system, 'follow-up', 'due', dayAfter(today, 30), ago(100), 'The regulator asked for a later day'),
  ]);
  const [first] = (await owner.query<{ id: string }>('select id from finding where locality_id = current_locality() and confirmed_at is not null order by ref, id limit 1')).rows;
  await put(owner, 'quotation_correction', [{ id: randomUUID(), finding_id: first?.id, quotation: 'People waited in hospital after they were well enough to leave, most often for a decision that nobody knew was theirs.', page: '9', reason: 'The second edition of the report changed the sentence and its page', corrected_by: leadId, corrected_at: at(ago(200)) }]);
  await assessment({ owner, place, leadId, today }, isFirst ? SCORES : SCORES.slice(0, 7));
}

const SCORES = [3, 3, 2, 3, 3, 2, 3, 2, 3];
const SAID = [
  { ref: '1', nth: 2, quotation: 'Few plans said what the council would do for people whose first language is not English.', kind: 'area_for_improvement', force: 'should', confirmed: true },
  { ref: '2', nth: 5, quotation: 'Young people moving to adult services told us that they met their new worker after they had moved.', kind: 'area_for_improvement', force: 'should', confirmed: true },
  { ref: '3', nth: 7, quotation: 'The council must be able to say how many people wait for a review and for how long.', kind: 'challenge', force: 'must', confirmed: false },
  { ref: '4', nth: 0, quotation: 'Assessments were kind, thorough and in plain words.', kind: 'strength', force: 'should', confirmed: false },
] as const;

async function assessment({ owner, place, leadId, today }: Around, scores: readonly number[]): Promise<void> {
  const ago = (days: number): string => dayAfter(today, -days);
  const { rows } = await owner.query<{ id: string; criteria: string[] }>(`select f.id, array(select c.id from criterion c where c.locality_id = f.locality_id and c.framework_id = f.id order by c.position) as criteria from framework f where f.locality_id = current_locality() and f.code = 'cqc-local-authority-assessment' and f.shipped`);
  const [framework] = rows;
  if (!framework) throw new Error('the assessment framework is not shipped');
  const review = randomUUID();
  await put(owner, 'review', [{ id: review, version: 1, framework_id: framework.id, title: `${place.name} assessment of adult social care`, body: 'Regulator’s assessment team', fieldwork_from: ago(110), fieldwork_to: ago(98), published_on: ago(52), report_url: `https://${place.slug}.example/reports/assessment`, scoring_method: 'statements' }]);
  const given = (nth: number, score: number, day: string) => ({ id: randomUUID(), review_id: review, framework_id: framework.id, criterion_id: framework.criteria[nth], part: null, score, given_by: leadId, given_at: at(day) });
  // One was typed wrongly at first, and both stay.
  await put(owner, 'criterion_score', [given(6, 2, ago(51)), ...scores.map((score, nth) => given(nth, score, ago(50)))]);
  const findings = SAID.map(({ nth, confirmed, ...one }) => ({ nth, row: { id: randomUUID(), version: 1, review_id: review, ...one, page: String(11 + nth), themes: [], confirmed_at: confirmed ? at(ago(45)) : null, confirmed_by: confirmed ? leadId : null } }));
  await put(owner, 'finding', findings.map(({ row }) => row));
  await put(owner, 'finding_criterion', findings.map(({ nth, row }) => ({ id: randomUUID(), finding_id: row.id, criterion_id: framework.criteria[nth] })));
  await put(owner, 'clock_entry', [{ id: randomUUID(), review_id: review, step: 'summit', kind: 'due', on: dayAfter(today, 12), reason: 'The hall is free on that day, and so are all partners', said_by: leadId, said_at: at(ago(20)) }]);
  await owner.query(
    `insert into framework (code, edition, title, publisher, provenance, source, scoring, clock, domains, based_on_id)
     select 'yearly-look', '1', $3 || '’s yearly look at itself', f.publisher, 'based_on', f.source, f.scoring, f.clock, $2, f.id from framework f where f.id = $1 and f.locality_id = current_locality()`,
    [framework.id, JSON.stringify([{ title: 'Working with people', criteria: ['Assessing needs', 'Unpaid carers'] }, { title: 'Working together', criteria: ['One front door', 'Leaving hospital'] }]), place.name],
  );
}
