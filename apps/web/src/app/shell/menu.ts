import { ChangeDetectionStrategy, Component, ElementRef, inject, input, signal } from '@angular/core';

let count = 0;

/** A button that opens a short list of links: click, or Enter and Tab; Escape or leaving it closes it. */
@Component({
  selector: 'ft-menu',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'ft-menu', '[class.ft-menu--end]': 'end()', '(keydown.escape)': 'close(true)', '(focusout)': 'leave($event)' },
  template: `
    <button type="button" [attr.aria-expanded]="open()" [attr.aria-controls]="id" (click)="open.set(!open())">@if (says()) { <span class="nhsuk-u-visually-hidden">{{ says() }}: </span> }<span class="ft-menu__label">{{ label() }}</span></button>
    <div [id]="id" [hidden]="!open()" class="ft-menu__list" (click)="close(false)"><ng-content /></div>
  `,
})
export class Menu {
  readonly label = input.required<string>();
  readonly says = input('');
  readonly end = input(false);
  protected readonly id = `ft-menu-${(count += 1)}`;
  protected readonly open = signal(false);
  private readonly host: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;

  protected close(back: boolean): void {
    if (back && this.open()) this.host.querySelector('button')?.focus();
    this.open.set(false);
  }

  protected leave(event: FocusEvent): void {
    if (event.relatedTarget instanceof Node && !this.host.contains(event.relatedTarget)) this.open.set(false);
  }
}
