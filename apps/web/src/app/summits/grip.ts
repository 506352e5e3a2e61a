import { Directive, ElementRef, inject, output, signal } from '@angular/core';

/** How near the window's edge the list begins to scroll, and by how much at each move, in pixels. */
const EDGE = 70;
const STEP = 14;

/**
 * A handle that carries its list item to another place by mouse, pen or finger: pointer events, because the browser's own
 * dragging does not know fingers. The keyboard has buttons for it. Places count from 1.
 */
@Directive({
  selector: '[ftGrip]',
  host: { class: 'ft-grip', 'aria-hidden': 'true', '(pointerdown)': 'grab($event)', '(pointermove)': 'carry($event)', '(pointerup)': 'letGo()', '(pointercancel)': 'end()' },
})
export class Grip {
  /** Where it would come to stand if it were let go now; null when nothing is carried. */
  readonly over = output<number | null>();
  readonly dropped = output<number>();
  private readonly element: HTMLElement = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly place = signal<number | null>(null);

  protected grab(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    this.element.setPointerCapture(event.pointerId);
    this.say(this.placeAt(event.clientY));
  }

  protected carry({ clientY }: PointerEvent): void {
    if (this.place() === null) return;
    if (clientY < EDGE) window.scrollBy(0, -STEP);
    if (clientY > window.innerHeight - EDGE) window.scrollBy(0, STEP);
    this.say(this.placeAt(clientY));
  }

  protected letGo(): void {
    const place = this.place();
    this.end();
    if (place !== null) this.dropped.emit(place);
  }

  protected end(): void {
    this.say(null);
  }

  private say(place: number | null): void {
    this.place.set(place);
    this.over.emit(place);
  }

  private placeAt(y: number): number {
    const items = [...(this.element.closest('ol')?.children ?? [])];
    const at = items.findIndex((item) => y < item.getBoundingClientRect().bottom);
    return at < 0 ? items.length : at + 1;
  }
}
