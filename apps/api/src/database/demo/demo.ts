import type { ClientBase } from 'pg';
import { londonDay } from '@followthrough/domain';
import type { Env } from '../../env';
import { openLocality } from '../locality';
import { ROLES } from '../roles';
import { demoBulkEdits } from './bulk-edits';
import { fillLocality } from './generated';
import { importNorthmoor } from './northmoor';
import { demoPeople, type DemoPerson } from './people';
import { PLACES } from './places';
import { beginScenarios, fillScenarios } from './scenarios';
import { throughServer } from './through-server';

/** Three localities that do not exist, with one account a role, each made once: a demo that is there stays as people left it. */
export async function makeDemo(owner: ClientBase, env: Env, password: string): Promise<void> {
  if (!env.demo) throw new Error('Demo accounts exist only when serving on loopback.');
  const today = londonDay(new Date());
  for (const place of PLACES) {
    const lead = leadOf(await open(owner, place, password, today, (people) => fillLocality(owner, place, people, today)));
    // The larger place has a plan that no board has approved.
    const plan = place.plans[2]?.title;
    if (!lead) continue;
    await throughServer(owner, env, place.slug, lead.userId, async (ask) => {
      if (plan) await demoBulkEdits(ask, plan);
      await fillScenarios(owner, place.slug, await beginScenarios(ask));
    });
  }
  const lead = leadOf(await open(owner, { slug: 'northmoor', name: 'Northmoor' }, password, today));
  if (lead) await throughServer(owner, env, 'northmoor', lead.userId, importNorthmoor);
}

const leadOf = (people: readonly DemoPerson[] | undefined): DemoPerson | undefined => people?.find((one) => one.word === 'lead');

/** Opens a locality and fills it, all or nothing. Undefined when it is there already. */
async function open(owner: ClientBase, place: { readonly slug: string; readonly name: string }, password: string, today: string, fill?: (people: readonly DemoPerson[]) => Promise<void>): Promise<readonly DemoPerson[] | undefined> {
  await owner.query(`set role ${ROLES.owner}`);
  const { rowCount } = await owner.query('select from locality where slug = $1', [place.slug]);
  if (rowCount) return undefined;
  await owner.query('begin');
  try {
    const id = await openLocality(owner, { ...place, isDemo: true });
    await owner.query(`select set_config('app.locality', $1, true)`, [id]);
    const people = await demoPeople(owner, place.slug, id, password, today);
    const lead = leadOf(people);
    await owner.query(`select set_config('app.actor', $1, true), set_config('app.person', $2, true)`, [lead?.userId, lead?.personId]);
    await fill?.(people);
    await owner.query('commit');
    return people;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}
