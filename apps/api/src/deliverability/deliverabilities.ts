import { Injectable } from '@nestjs/common';
import { type ActionDeliverability, type DeliverabilityPage, type deliverabilityRoutes, deliveryAspects, type DeliveryCounts, type DeliveryItem, type DeliveryList, type DeliveryMonth, type DeliveryPlace } from '@followthrough/contracts';
import { badness, counted, coverageOf, type Deliverability, type Delivery, rolledUp } from '@followthrough/domain';
import type { Asked } from '../kernel/asked';
import { cursorKeys } from '../kernel/cursor';
import { Reads } from '../kernel/reads';
import { deliverabilityFacts } from './deliverability.sql';
import { type Answer, delivered, type Delivered, MONTHS } from './facts';

const PAGE = 50;
const MOST_MONTHS = 24;
const NOBODY = 'No organisation yet';

/** Whether open work can be delivered: one statement reads the facts with what the asker may see of them, and the domain judges. */
@Injectable()
export class Deliverabilities {
  constructor(private readonly reads: Reads) {}

  async show(asked: Asked<typeof deliverabilityRoutes.show>): Promise<string> {
    const { work, deliveries, names } = await this.read(asked, { plan: asked.query.plan, namesPeople: false });
    const many = (is: (one: Delivered['work'][number]) => boolean): number => work.filter(is).length;
    const coverage = coverageOf({ open: work.length, estimated: many(({ left }) => left !== null), nobody: many(isNobodys), undated: many(({ dueOn }) => dueOn === null) });
    const over = overMonths(deliveries);
    return JSON.stringify({
      verdict: rolledUp(deliveries).verdict,
      counts: counts(deliveries),
      aspects: deliveryAspects.map((aspect) => ({ aspect, counts: counts(deliveries.map((one) => ({ verdict: aspectOf(one, aspect).verdict }))) })),
      coverage,
      places: placesOf(deliveries, names),
      over: over.slice(0, MOST_MONTHS),
      moreOver: Math.max(0, over.length - MOST_MONTHS),
    } satisfies DeliverabilityPage);
  }

  async actions(asked: Asked<typeof deliverabilityRoutes.actions>): Promise<string> {
    const { plan, organisation, unaccountable, verdict, aspect, nobody, after } = asked.query;
    const from = after ? cursorKeys(after, ORDER, ['number', 'text', 'id']) : null;
    const { work, deliveries, names } = await this.read(asked, { plan });
    const said = new Map(work.map((one) => [one.id, one]));
    const found = deliveries
      .flatMap((one): readonly Listed[] => {
        const action = said.get(one.workId);
        const judged = aspect ? aspectOf(one, aspect).verdict : one.verdict;
        const isIn = action && (!organisation || one.organisationId === organisation) && (!unaccountable || one.organisationId === null || !names.has(one.organisationId)) && (!verdict || judged === verdict) && (!nobody || isNobodys(action));
        return isIn ? [{ keys: [-badness[judged], action.ref, action.id], item: itemOf(one, action, names) }] : [];
      })
      .sort((a, b) => compare(a.keys, b.keys));
    const page = (from ? found.filter(({ keys }) => compare(keys, from as Keys) > 0) : found).slice(0, PAGE + 1);
    const last = page.length > PAGE ? page[PAGE - 1] : undefined;
    return JSON.stringify({ total: found.length, items: page.slice(0, PAGE).map(({ item }) => item), next: last ? Buffer.from(JSON.stringify([ORDER, ...last.keys])).toString('base64url') : null } satisfies DeliveryList);
  }

  async ofAction(asked: Asked<typeof deliverabilityRoutes.ofAction>): Promise<string> {
    const { work, deliveries } = await this.read(asked, { action: asked.params.id });
    const [one, action] = [deliveries[0], work[0]];
    if (!one || !action) return JSON.stringify({ verdict: null, aspects: [], leftMinutes: null, hasPeople: false, carriers: [] } satisfies ActionDeliverability);
    const carriers = one.carried.filter(({ months }) => months.length > 0).map(({ carrier: { id, name, isPerson }, months }) => ({ id, name, isPerson, months: [...months] }));
    return JSON.stringify({ verdict: one.verdict, aspects: [...one.aspects], leftMinutes: action.left, hasPeople: action.lines.some(({ parts }) => parts.length > 0), carriers } satisfies ActionDeliverability);
  }

  private async read(asked: Asked, { plan = null, action = null, namesPeople = true }: { readonly plan?: string | null | undefined; readonly action?: string | null; readonly namesPeople?: boolean }): Promise<Delivered> {
    return delivered(JSON.parse(await this.reads.answer(asked, deliverabilityFacts, [MONTHS, true, plan, action])) as Answer, namesPeople);
  }
}

const isNobodys = ({ lines }: Delivered['work'][number]): boolean => lines.every(({ parts }) => parts.length === 0);

/** The worst first, then by ref as it is written. */
const ORDER = 'badness ref';
type Keys = readonly [number, string, string];

interface Listed {
  readonly keys: Keys;
  readonly item: DeliveryItem;
}

const refs = new Intl.Collator('en-GB', { numeric: true });
const compare = (a: Keys, b: Keys): number => a[0] - b[0] || refs.compare(a[1], b[1]) || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);

const counts = (all: readonly Pick<Deliverability, 'verdict'>[]): DeliveryCounts => ({ ...counted(all) });

const aspectOf = ({ aspects }: Deliverability, which: (typeof deliveryAspects)[number]) => aspects.find(({ aspect }) => aspect === which) ?? { aspect: which, verdict: 'unknown' as const, reason: '' };

function itemOf({ verdict, aspects, organisationId }: Delivery, { id, ref, title, dueOn }: Delivered['work'][number], names: Delivered['names']): DeliveryItem {
  return { id, ref, title, dueOn, organisationName: organisationId === null ? null : (names.get(organisationId) ?? null), verdict, aspects: [...aspects] };
}

/** The worst first: by verdict, then by how many of their actions are as bad. */
function placesOf(deliveries: readonly Delivery[], names: Delivered['names']): DeliveryPlace[] {
  return [...Map.groupBy(deliveries, ({ organisationId }) => (organisationId !== null && names.has(organisationId) ? organisationId : null))]
    .map(([id, all]): DeliveryPlace => {
      const { verdict, aspects } = rolledUp(all);
      return { id, name: (id !== null && names.get(id)) || NOBODY, open: all.length, verdict, counts: counts(all), aspects: [...aspects] };
    })
    .sort((a, b) => badness[b.verdict] - badness[a.verdict] || b.counts.red - a.counts.red || b.counts.amber - a.counts.amber || (a.name < b.name ? -1 : 1));
}

/** Months of organisations with this work that are over or without days, soonest first. */
function overMonths(deliveries: readonly Delivery[]): readonly DeliveryMonth[] {
  const found = new Map<string, DeliveryMonth>();
  for (const { carried } of deliveries)
    for (const { carrier: { id, name, isPerson }, months } of carried)
      for (const { month, percent, band } of months) if (!isPerson && (band === 'over' || band === 'unresourced')) found.set(`${month} ${id}`, { month, id, name, percent, band });
  return [...found.values()].sort((a, b) => (a.month === b.month ? (b.percent ?? Infinity) - (a.percent ?? Infinity) || (a.name < b.name ? -1 : 1) : a.month < b.month ? -1 : 1));
}
