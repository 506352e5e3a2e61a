import type { ActionChoices, ActionFilter } from '@followthrough/contracts';
import { healthRules } from '@followthrough/domain';
import { ukDate } from '@followthrough/ui';
import { words } from '../words';
import { type Change, flags } from './plan-filters';

/** One filter that is on, as people read it, and what takes it off. */
export interface Chip {
  readonly says: string;
  readonly off: Change;
}

export function chipsOf(filter: ActionFilter, choices: ActionChoices | undefined): readonly Chip[] {
  const named = (all: readonly { readonly id: string; readonly name: string }[] | undefined, id: string) => all?.find((one) => one.id === id)?.name.slice(0, 60) ?? '…';
  const chips: Chip[] = [];
  const many = <K extends 'status' | 'horizon' | 'priority' | 'movedFor' | 'closure' | 'ended'>(key: K, says: (one: NonNullable<ActionFilter[K]>[number]) => string): void => {
    const on = (filter[key] ?? []) as NonNullable<ActionFilter[K]>[number][];
    for (const one of on) chips.push({ says: says(one), off: { [key]: on.length > 1 ? on.filter((other) => other !== one) : null } });
  };
  many('status', (one) => choices?.words.find((word) => word.status === one)?.word ?? one);
  many('horizon', (one) => words.horizon[one]);
  many('priority', (one) => `${words.priority[one]} priority`);
  many('closure', (one) => words.closureState[one]);
  many('ended', (one) => words.disposition[one]);
  many('movedFor', (one) => `Due date moved: ${words.slipReason[one].toLowerCase()}`);
  for (const { key, label } of flags) if (filter[key] !== undefined) chips.push({ says: filter[key] ? label : `Not: ${label.toLowerCase()}`, off: { [key]: null } });
  if (filter.owner) chips.push({ says: `Owner: ${named(choices?.people, filter.owner)}`, off: { owner: null } });
  if (filter.organisation) chips.push({ says: `Organisation: ${named(choices?.organisations, filter.organisation)}`, off: { organisation: null } });
  if (filter.accountable) chips.push({ says: `Accountable: ${named(choices?.organisations, filter.accountable)}`, off: { accountable: null } });
  if (filter.finding) chips.push({ says: `Finding: ${named(choices?.findings, filter.finding)}`, off: { finding: null } });
  if (filter.cause) chips.push({ says: `Cause: ${named(choices?.causes, filter.cause)}`, off: { cause: null } });
  if (filter.theme) chips.push({ says: `Theme: ${filter.theme}`, off: { theme: null } });
  if (filter.programme) chips.push({ says: `Programme: ${named(choices?.programmes, filter.programme)}`, off: { programme: null } });
  if (filter.gap) chips.push({ says: `Missing: ${healthRules[filter.gap].title.toLowerCase()}`, off: { gap: null } });
  if (filter.flag) chips.push({ says: `Flag: ${words.actionFlag[filter.flag].label.toLowerCase()}`, off: { flag: null } });
  if (filter.board) chips.push({ says: `Board: ${named(choices?.boards, filter.board)}`, off: { board: null } });
  if (filter.movedSince) chips.push({ says: `Due date moved since ${ukDate(filter.movedSince)}`, off: { movedSince: null } });
  if (filter.notUpdatedSince) chips.push({ says: `Not updated since ${ukDate(filter.notUpdatedSince)}`, off: { notUpdatedSince: null } });
  if (filter.text) chips.push({ says: `Contains “${filter.text}”`, off: { text: null } });
  return chips;
}
