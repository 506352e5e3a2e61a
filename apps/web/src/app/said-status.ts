import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ShownWord, Status } from '@followthrough/contracts';
import { StatusTag } from '@followthrough/ui';

/** A status in this locality's own word, colour and shape. */
@Component({
  selector: 'ft-said-status',
  imports: [StatusTag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (word(); as said) { <ft-status [word]="said.word" [colour]="said.colour" [mark]="said.mark" [title]="said.definition" /> }`,
})
export class SaidStatus {
  readonly status = input.required<Status>();
  readonly words = input.required<readonly ShownWord[]>();
  protected readonly word = computed(() => this.words().find((one) => one.status === this.status()));
}
