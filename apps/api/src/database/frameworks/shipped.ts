import type { ClientBase } from 'pg';
import { blank } from './blank';
import { cqcLocalAuthorityAssessment } from './cqc-local-authority-assessment';
import { cqcLocalSystemReview } from './cqc-local-system-review';
import type { ShippedFramework } from './framework';
import { lgaCorporatePeerChallenge } from './lga-corporate-peer-challenge';

export const SHIPPED: readonly ShippedFramework[] = [cqcLocalSystemReview, cqcLocalAuthorityAssessment, lgaCorporatePeerChallenge, blank];

/** Gives a new locality the frameworks we ship: as drafts at first, because only those take criteria, and published at once. */
export async function giveFrameworks(owner: ClientBase, localityId: string): Promise<void> {
  for (const { domains, scoring, clock, ...framework } of SHIPPED) {
    const criteria = domains.flatMap((domain) => domain.criteria.map((title) => ({ domain: domain.title, title }))).map((one, position) => ({ ...one, position }));
    const { rows } = await owner.query<{ id: string }>(
      `insert into framework (locality_id, code, edition, title, publisher, provenance, source, scoring, clock, shipped, domains) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, true, '[]') returning id`,
      [localityId, framework.code, framework.edition, framework.title, framework.publisher, framework.provenance, framework.source, scoring && JSON.stringify(scoring), JSON.stringify(clock)],
    );
    const id = rows[0]?.id;
    await owner.query('insert into criterion (locality_id, framework_id, domain, title, position) select $1, $2, t.domain, t.title, t.position from jsonb_to_recordset($3) as t(domain text, title text, position integer) order by t.position', [localityId, id, JSON.stringify(criteria)]);
    await owner.query(`update framework set state = 'published', published_at = now(), domains = null where locality_id = $1 and id = $2`, [localityId, id]);
  }
}
