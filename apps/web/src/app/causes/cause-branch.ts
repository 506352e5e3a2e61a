import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ShownWord } from '@followthrough/contracts';
import { Mark } from '@followthrough/ui';
import { SaidStatus } from '../said-status';
import { Moment } from '../past/public';
import { Here } from '../session/here';
import type { Branch } from './branches';

/** One cause of the picture: the findings it causes, the actions that answer it, and below it the causes that come of it. */
@Component({
  selector: 'ft-cause-branch',
  imports: [RouterLink, Mark, SaidStatus],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-branch', role: 'listitem' },
  templateUrl: './cause-branch.html',
})
export class CauseBranch {
  readonly branch = input.required<Branch>();
  readonly words = input.required<readonly ShownWord[]>();
  /** The cause that the address names. */
  readonly chosen = input('');
  protected readonly here = inject(Here);
  protected readonly moment = inject(Moment);
  /** So many are drawn, the worst first; the rest are one click away. */
  protected readonly most = 3;
  protected readonly fewest = 2;

  /** So much of a quotation as two lines hold, cut at a word. */
  protected short(text: string): string {
    return text.length > 90 ? `${text.slice(0, 89).replace(/\s+\S*$/, '')} …` : text;
  }
}
