import type { OwedAction } from '@followthrough/contracts';

export interface Owing {
  readonly personId: string;
  readonly name: string;
  readonly email: string | null;
  readonly count: number;
  readonly chasedToday: boolean;
  readonly hasAccount: boolean;
  readonly actions: readonly OwedAction[];
}

/** One short mail a person, whatever they owe: it only points at the list, which is the truth. */
export function chaseLetter(owing: Owing, place: string, address: string): { readonly to: string; readonly subject: string; readonly paragraphs: readonly string[] } | undefined {
  if (!owing.email) return undefined;
  const many = owing.count === 1 ? 'One action waits' : `${owing.count} actions wait`;
  const lines = owing.actions.map((one) => `${one.ref} ${one.title}`);
  const rest = owing.count - lines.length;
  return {
    to: owing.email,
    subject: `${place}: ${many.toLowerCase()} for your update`,
    paragraphs: [
      `Hello ${owing.name},`,
      `${many} for an update from you:`,
      [...lines, ...(rest > 0 ? [`and ${rest} more`] : [])].join('\n'),
      ...(owing.hasAccount ? ['You can report in about a minute here:', address] : ['Please tell the person who sent this how it is going; they can report it for you.']),
    ],
  };
}
