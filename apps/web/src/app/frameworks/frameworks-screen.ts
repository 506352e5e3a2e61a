import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { type Criterion, frameworkRoutes } from '@followthrough/contracts';
import { Card, Failed, Skeleton } from '@followthrough/ui';
import { screen } from '../api/screen';
import { Here } from '../session/here';
import { words } from '../words';

/** What reviews look for, where that comes from, and how it is scored. To read, for now. */
@Component({
  selector: 'ft-frameworks',
  imports: [RouterLink, Card, Failed, Skeleton],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  templateUrl: './frameworks-screen.html',
})
export class FrameworksScreen {
  protected readonly here = inject(Here);
  protected readonly words = words;
  protected readonly list = screen(frameworkRoutes.list);

  protected domains(criteria: readonly Criterion[]): readonly (readonly [string, readonly Criterion[]])[] {
    return [...Map.groupBy(criteria, (one) => one.domain)];
  }
}
