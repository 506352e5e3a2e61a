import { effortShapes } from '@followthrough/contracts';
import type { LoadLine, LoadWork } from '@followthrough/domain';

/**
 * Open work as the statement says it: column by column, so that 20,000 actions are a megabyte and not twelve. Units are
 * organisations, crafts skills; they, people, actions and lines are named by their places.
 */
export interface Columns {
  readonly units: readonly string[];
  readonly crafts: readonly string[];
  readonly people: { readonly id: readonly string[]; readonly unit: readonly (number | null)[] };
  readonly work: {
    readonly id: readonly (string | null)[];
    readonly ref: readonly (string | null)[];
    readonly title: readonly (string | null)[];
    readonly startOn: readonly (string | null)[];
    readonly dueOn: readonly (string | null)[];
    readonly unit: readonly (number | null)[];
    readonly left: readonly (number | null)[];
    /** Days with a space between them, of actions that are spread by them. */
    readonly milestones: readonly (string | null)[];
  };
  readonly lines: {
    readonly work: readonly number[];
    /** 1 where it is taken in, 0 where it is to deliver. */
    readonly absorbs: readonly number[];
    /** Its place among `effortShapes`. */
    readonly shape: readonly number[];
    readonly skill: readonly (number | null)[];
    readonly level: readonly (number | null)[];
    readonly unit: readonly (number | null)[];
    readonly likely: readonly number[];
    readonly dueOn: readonly (string | null)[];
    readonly after: readonly (string | null)[];
  };
  readonly parts: { readonly line: readonly number[]; readonly person: readonly number[]; readonly minutes: readonly number[] };
}

/** Id, ref and title are empty where they were not asked for. */
export interface NamedWork extends LoadWork {
  readonly ref: string;
  readonly title: string;
}

const NONE: readonly never[] = [];

export function openWorkOf({ units, crafts, people, work, lines, parts }: Columns): readonly NamedWork[] {
  const unit = (at: number | null | undefined): string | null => units[at ?? -1] ?? null;
  const doers = people.id.map((personId, at) => ({ personId, organisationId: unit(people.unit[at]) }));
  const partsOf: LoadLine['parts'][number][][] = lines.work.map(() => []);
  for (const [at, line] of parts.line.entries()) {
    const doer = doers[parts.person[at] ?? -1];
    if (doer) partsOf[line]?.push({ personId: doer.personId, organisationId: doer.organisationId, minutes: parts.minutes[at] ?? 0 });
  }
  const linesOf: LoadLine[][] = work.id.map(() => []);
  for (const [at, one] of lines.work.entries()) {
    const dueOn = lines.dueOn[at] ?? null;
    linesOf[one]?.push({
      purpose: lines.absorbs[at] ? 'absorb' : 'deliver', shape: effortShapes[lines.shape[at] ?? 0] ?? 'even', skillId: crafts[lines.skill[at] ?? -1] ?? null, level: lines.level[at] ?? null, organisationId: unit(lines.unit[at]), likely: lines.likely[at] ?? 0,
      milestone: dueOn === null ? null : { dueOn, after: lines.after[at] ?? null }, parts: partsOf[at] ?? [],
    });
  }
  return work.id.map((id, at) => ({
    id: id ?? '', ref: work.ref[at] ?? '', title: work.title[at] ?? '', startOn: work.startOn[at] ?? null, dueOn: work.dueOn[at] ?? null, organisationId: unit(work.unit[at]), left: work.left[at] ?? null,
    milestones: work.milestones[at]?.split(' ') ?? NONE, lines: linesOf[at] ?? NONE,
  }));
}
