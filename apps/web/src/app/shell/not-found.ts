import { ChangeDetectionStrategy, Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Empty } from '@followthrough/ui';

@Component({
  selector: 'ft-not-found',
  imports: [RouterLink, Empty],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-page' },
  template: `<h1 class="nhsuk-u-visually-hidden">Not found</h1><ft-empty heading="There is nothing here, or it is not yours to see">Check the address, or <a routerLink="/">start from your first page</a>.</ft-empty>`,
})
export class NotFound {}
