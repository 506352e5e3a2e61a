import { DestroyRef, Directive, ElementRef, inject, output } from '@angular/core';

/** Says when its element comes near the window and when it goes far from it. */
@Directive({ selector: '[ftNear]' })
export class Near {
  readonly near = output<boolean>({ alias: 'ftNear' });

  constructor() {
    const element = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
    const observer = new IntersectionObserver((seen) => this.near.emit(seen.at(-1)?.isIntersecting ?? false), { rootMargin: '1200px 0px' });
    observer.observe(element);
    inject(DestroyRef).onDestroy(() => observer.disconnect());
  }
}
