import { inject, Injectable } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';
import { Me } from '../session/me';

/** The window's title: screen, locality, product. A screen that knows better (an action's ref) says so with `say`. */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly me = inject(Me);

  override updateTitle(state: RouterStateSnapshot): void {
    this.say(this.buildTitle(state));
  }

  say(screen: string | undefined): void {
    this.title.setTitle([screen, this.me.locality()?.name, 'Followthrough'].filter(Boolean).join(' · '));
  }
}
