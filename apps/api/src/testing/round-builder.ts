import { type BodyOf, type RoundPage, routes } from '@followthrough/contracts';
import type { Caller } from '@followthrough/testing';
import type { Here } from './here';
import type { Stage } from './stage';

/** Four partners, each with one person who writes for it: a lead, an administrator, an executive, an expert. */
export interface OpenRound {
  readonly id: string;
  readonly finding: string;
  readonly organisations: readonly string[];
  readonly people: readonly Caller[];
}

export const aPartner = async (here: Here): Promise<string> => (await here.lead.ask(routes.organisations.add, { body: { name: here.name('partner'), kind: 'other', aliases: [] } })).id;

/** An open round of a fresh finding, in `northmoor`. */
export async function aRound(stage: Stage, here: Here): Promise<OpenRound> {
  const organisations = await Promise.all([aPartner(here), aPartner(here), aPartner(here), aPartner(here)]);
  const people = await Promise.all(organisations.map((one, at) => stage.person([(['lead', 'administrator', 'executive', 'expert'] as const)[at] ?? 'lead'], 'northmoor', one)));
  const { id: finding } = await here.finding();
  const { round } = await here.lead.ask(routes.rounds.open, { params: { id: finding }, body: { closesOn: here.day(7), organisationIds: organisations } });
  return { id: round?.id ?? '', finding, organisations, people };
}

export const view = (word: string, version: number | null = null): BodyOf<typeof routes.rounds.write> => ({ symptom: `${word} symptom`, why: `${word} why`, cause: `${word} cause`, version });

/** The causes that the page shows of the open or revealed round. */
export const causesSeen = ({ partners }: RoundPage): readonly string[] => partners.flatMap((one) => (one.view ? [one.view.cause] : [])).sort();
