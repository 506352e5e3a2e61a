import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { VersionList } from '@followthrough/contracts';
import { Here } from '../session/here';

/** How much has changed since the last version, and what boards have said of it. */
@Component({
  selector: 'ft-since-version',
  imports: [RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `
    @if (all() === 0) {
      <p class="ft-muted">Nothing that was agreed has changed.</p>
    } @else {
      <p>
        <a [routerLink]="['/', here.slug(), 'plans', versions().planId, 'amendments']"><b>{{ all() === 1 ? 'One amendment' : all() + ' amendments' }}</b></a>@if (versions().waiting > 0) {, {{ versions().waiting }} not seen by a board yet}@if (versions().approved > 0) {, {{ versions().approved }} approved}@if (versions().declined > 0) {, <b class="ft-late">{{ versions().declined }} declined and still in the plan</b>}.
      </p>
    }
  `,
})
export class SinceVersion {
  readonly versions = input.required<VersionList>();
  protected readonly here = inject(Here);
  protected readonly all = computed(() => this.versions().waiting + this.versions().approved + this.versions().declined);
}
