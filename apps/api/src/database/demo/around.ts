import { randomUUID } from 'node:crypto';
import type { ThreadKind } from '@followthrough/contracts';
import type { ClientBase } from 'pg';
import type { DemoAction } from './actions';
import type { Chance } from './chance';
import { later } from './life';
import type { DemoPerson } from './people';
import { put } from './put';
import type { Theme } from './themes';
import { ANSWERED, RAISED } from './words';

interface Around {
  readonly owner: ClientBase;
  readonly chance: Chance;
  readonly people: readonly DemoPerson[];
  readonly findings: readonly { readonly id: string; readonly theme: Theme }[];
  readonly today: string;
}

/** What people said about findings and actions, and what came back. */
export async function demoThreads(actions: readonly DemoAction[], { owner, chance, people, findings, today }: Around): Promise<void> {
  const of = (word: string): string => people.find((one) => one.word === word)?.personId ?? '';
  const threads: Record<string, unknown>[] = [];
  const answers: Record<string, unknown>[] = [];
  const mentions: Record<string, unknown>[] = [];
  const raise = (about: { readonly action_id: string | null; readonly finding_id: string | null }): void => {
    const kind = chance.one<ThreadKind>(['challenge', 'challenge', 'question', 'comment', 'suggestion', 'commendation']);
    const by = kind === 'comment' || kind === 'suggestion' ? chance.one(['expert', 'friend']) : chance.one(['friend', 'friend', 'executive']);
    const on = later(today, -chance.between(3, 120));
    const isAnswered = kind !== 'commendation' && chance.is(62);
    const id = randomUUID();
    const wantsAnswer = kind === 'challenge' || kind === 'question';
    threads.push({ id, version: 1, ...about, kind, text: chance.one(RAISED[kind]), respond_by: wantsAnswer ? later(on, chance.between(14, 42)) : null, state: isAnswered ? 'answered' : kind === 'commendation' ? 'closed' : 'open', raised_by: of(by), raised_at: `${on}T14:05:00Z` });
    if (wantsAnswer && chance.is(50)) mentions.push({ id: randomUUID(), version: 1, thread_id: id, person_id: of('lead'), mentioned_by: of(by), mentioned_at: `${on}T14:05:00Z`, seen_at: isAnswered ? `${on}T17:20:00Z` : null });
    if (!isAnswered) return;
    const answer = chance.one(['accepted', 'accepted', 'partly', 'not_accepted', 'done'] as const);
    answers.push({ id: randomUUID(), thread_id: id, kind: answer, text: chance.one(ANSWERED[answer]), answered_by: of('lead'), answered_at: `${later(on, chance.between(1, 20)) > today ? today : later(on, 2)}T09:30:00Z` });
  };
  for (const { id } of actions) if (chance.is(8)) raise({ action_id: id, finding_id: null });
  for (const { id } of findings) if (chance.is(30)) raise({ action_id: null, finding_id: id });
  await put(owner, 'thread', threads);
  await put(owner, 'answer', answers);
  await put(owner, 'mention', mentions);
}
