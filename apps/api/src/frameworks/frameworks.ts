import { Injectable } from '@nestjs/common';
import type { FrameworkDomain, frameworkRoutes } from '@followthrough/contracts';
import { checkFramework, checkPublication, slugOf } from '@followthrough/domain';
import type { EntityManager } from 'typeorm';
import type { Asked } from '../kernel/asked';
import { merge, write } from '../kernel/merge';
import { Reads } from '../kernel/reads';
import { Refusal, refuse, refuseField } from '../kernel/refusal';
import { Writes } from '../kernel/writes';
import { FrameworkRow } from './framework.row';
import { allFrameworks, oneFramework } from './frameworks.sql';

/**
 * What reviews look for, as data. A locality starts with those in database/frameworks, copies what it wants to change,
 * and publishes versions, which PostgreSQL then keeps as they are: a review stays with the version it was made with.
 */
@Injectable()
export class Frameworks {
  constructor(
    private readonly reads: Reads,
    private readonly writes: Writes,
  ) {}

  list(asked: Asked<typeof frameworkRoutes.list>): Promise<string> {
    return this.reads.answer(asked, allFrameworks);
  }

  page(asked: Asked<typeof frameworkRoutes.page>): Promise<string> {
    return this.reads.answer(asked, oneFramework, [asked.params.id]);
  }

  copy(asked: Asked<typeof frameworkRoutes.copy>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const from = await published(db, asked.params.id);
      const { title } = asked.body;
      const code = await freeCode(db, slugOf(title) || 'framework');
      return answer(oneFramework, [await draft(db, from, { code, edition: '1', title, provenance: from.provenance === 'own' ? 'own' : 'based_on' })]);
    });
  }

  renew(asked: Asked<typeof frameworkRoutes.renew>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const from = await published(db, asked.params.id);
      if (from.shipped) throw new Refusal('rule', { detail: 'This one came with Followthrough and stays as it is: copy it instead' });
      const { code, title, provenance } = from;
      return answer(oneFramework, [await draft(db, from, { code, edition: asked.body.edition, title, provenance })]);
    });
  }

  edit(asked: Asked<typeof frameworkRoutes.edit>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const merged = await merge(db, FrameworkRow, asked.params.id, asked.body);
      if (merged.current.state === 'published') throw new Refusal('rule', { detail: 'It is published, so it stays as it is: make a new version of it' });
      if (merged.next.domains === null) throw refuseField('domains', 'A draft has an outline, which may be empty');
      refuse(checkFramework(merged.next));
      await write(db, FrameworkRow, merged);
      return answer(oneFramework, [asked.params.id]);
    });
  }

  publish(asked: Asked<typeof frameworkRoutes.publish>): Promise<string> {
    return this.writes.transact(asked, async ({ db, answer }) => {
      const { id } = asked.params;
      const framework = await drafted(db, id);
      if (framework.version !== asked.body.version) throw new Refusal('stale', { detail: 'Somebody changed the draft since you read it. Read it again, then publish' });
      refuse(checkPublication(framework));
      await addCriteria(db, id, framework.domains ?? []);
      await db.update(FrameworkRow, { id }, { state: 'published', publishedAt: () => 'now()', domains: null });
      return answer(oneFramework, [id]);
    });
  }

  discard(asked: Asked<typeof frameworkRoutes.discard>): Promise<string> {
    return this.writes.transact(asked, async ({ db }) => {
      const { id } = await drafted(db, asked.params.id);
      await db.update(FrameworkRow, { id }, { withdrawnAt: () => 'now()' });
      return JSON.stringify({ id });
    });
  }
}

async function published(db: EntityManager, id: string): Promise<FrameworkRow> {
  const found = await db.findOneBy(FrameworkRow, { id });
  if (!found || found.withdrawnAt) throw new Refusal('not_found');
  if (found.state === 'draft') throw new Refusal('rule', { detail: 'It is a draft still: change it, or publish it first' });
  return found;
}

async function drafted(db: EntityManager, id: string): Promise<FrameworkRow> {
  const found = await db.createQueryBuilder(FrameworkRow, 'f').where('f.id = :id', { id }).setLock('pessimistic_write').getOne();
  if (!found || found.withdrawnAt) throw new Refusal('not_found');
  if (found.state === 'published') throw new Refusal('rule', { detail: 'It is published already, and stays as it is' });
  return found;
}

/** A draft that begins with all that another framework has. Returns its id. */
async function draft(db: EntityManager, from: FrameworkRow, named: Pick<FrameworkRow, 'code' | 'edition' | 'title' | 'provenance'>): Promise<string> {
  const { publisher, source, scoring, clock } = from;
  const domains = await outlineOf(db, from.id);
  const { identifiers } = await db.insert(FrameworkRow, { ...named, publisher, source, scoring, clock, domains, basedOnId: from.id } as object);
  return identifiers[0]?.['id'] as string;
}

async function outlineOf(db: EntityManager, id: string): Promise<FrameworkDomain[]> {
  const criteria = await db.query<{ domain: string; title: string }[]>('select domain, title from criterion where framework_id = $1 order by position', [id]);
  return [...Map.groupBy(criteria, (one) => one.domain)].map(([title, own]) => ({ title, criteria: own.map((one) => one.title) }));
}

async function addCriteria(db: EntityManager, id: string, domains: readonly FrameworkDomain[]): Promise<void> {
  const criteria = domains.flatMap((domain) => domain.criteria.map((title) => ({ domain: domain.title, title }))).map((one, position) => ({ ...one, position }));
  await db.query('insert into criterion (framework_id, domain, title, position) select $1, t.domain, t.title, t.position from jsonb_to_recordset($2) as t(domain text, title text, position integer) order by t.position', [id, JSON.stringify(criteria)]);
}

/** `our-review`, or `our-review-2` where that is taken: codes tell frameworks apart, editions their versions. */
async function freeCode(db: EntityManager, wanted: string): Promise<string> {
  const taken = await db.query<{ code: string }[]>('select distinct code from framework');
  const codes = new Set(taken.map((one) => one.code));
  let [code, number] = [wanted, 1];
  while (codes.has(code)) code = `${wanted}-${(number += 1)}`;
  return code;
}
