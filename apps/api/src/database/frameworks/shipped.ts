import type { ClientBase } from 'pg';
import { blank } from './blank';
import { cqcLocalAuthorityAssessment } from './cqc-local-authority-assessment';
import { cqcLocalSystemReview } from './cqc-local-system-review';
import type { ShippedFramework } from './framework';
import { lgaCorporatePeerChallenge } from './lga-corporate-peer-challenge';

export const SHIPPED: readonly ShippedFramework[] = [cqcLocalSystemReview, cqcLocalAuthorityAssessment, lgaCorporatePeerChallenge, blank];

/** Gives a new locality the frameworks we ship. */
export async function giveFrameworks(owner: ClientBase, localityId: string): Promise<void> {
  for (const { domains, scoring, ...framework } of SHIPPED) {
    const criteria = domains.flatMap((domain) => domain.criteria.map((title) => ({ domain: domain.title, title }))).map((one, position) => ({ ...one, position }));
    await owner.query(
      `with one as (
         insert into framework (locality_id, code, edition, title, publisher, provenance, source, scoring) values ($1, $2, $3, $4, $5, $6, $7, $8) returning locality_id, id)
       insert into criterion (locality_id, framework_id, domain, title, position)
       select one.locality_id, one.id, t.domain, t.title, t.position from one, jsonb_to_recordset($9) as t(domain text, title text, position integer) order by t.position`,
      [localityId, framework.code, framework.edition, framework.title, framework.publisher, framework.provenance, framework.source, scoring && JSON.stringify(scoring), JSON.stringify(criteria)],
    );
  }
}
