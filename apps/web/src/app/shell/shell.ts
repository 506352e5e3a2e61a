import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, NavigationStart, Router, RouterLink, RouterLinkActive, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { identityRoutes, type MyLocality } from '@followthrough/contracts';
import { may } from '@followthrough/domain/access';
import { ToastRegion } from '@followthrough/ui';
import { Api } from '../api/api';
import { Why } from '../api/why';
import { WhyDialog } from '../api/why-dialog';
import { Here } from '../session/here';
import { Me } from '../session/me';
import { SessionEnded } from '../session/session-ended';
import { SignInAgain } from '../session/sign-in-again';
import { WaitingNotice } from '../updates/public';
import { Keys } from './keys';
import { Menu } from './menu';
import { navigation } from './navigation';
import { Palette } from './palette';
import { QuickSearch } from './quick-search';

/** The frame round every screen. It says where one is, moves the focus to a new screen's heading, and knows the keys. */
@Component({
  selector: 'ft-root',
  imports: [RouterOutlet, RouterLink, RouterLinkActive, ToastRegion, Menu, Palette, Keys, QuickSearch, SignInAgain, WaitingNotice, WhyDialog],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(document:keydown)': 'isElsewhere = true; pressed($event)', '(document:pointerdown)': 'isElsewhere = true' },
  templateUrl: './shell.html',
})
export class Shell {
  protected readonly me = inject(Me);
  protected readonly here = inject(Here);
  protected readonly ended = inject(SessionEnded);
  protected readonly why = inject(Why);
  private readonly api = inject(Api);
  private readonly router = inject(Router);
  /** Comes a moment after the frame round it, and so goes by its name: its class would be loaded with the frame. */
  private readonly search = viewChild<{ focus(): void }>('search');
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  protected readonly items = computed(() => (this.me.locality() ? navigation.filter((item) => this.me.may(item.may)) : []));
  protected readonly bar = computed(() => this.items().filter((item) => !item.aside));
  protected readonly menuOpen = signal(false);
  protected readonly paletteOpen = signal(false);
  protected readonly keysOpen = signal(false);
  private readonly path = signal('');

  constructor() {
    // A locality's own colour; the API has checked that it can be read.
    effect(() => {
      const accent = this.me.locality()?.accent;
      if (accent) document.documentElement.style.setProperty('--accent', accent);
      else document.documentElement.style.removeProperty('--accent');
    });
    this.router.events.pipe(filter((event) => event instanceof NavigationStart), takeUntilDestroyed(inject(DestroyRef))).subscribe(() => {
      // On the way, not on arrival: whoever opens it while a screen comes keeps it.
      this.menuOpen.set(false);
      setTimeout(() => (this.isElsewhere = false));
    });
    this.router.events.pipe(filter((event) => event instanceof NavigationEnd), takeUntilDestroyed(inject(DestroyRef))).subscribe(({ urlAfterRedirects }) => this.arrived(urlAfterRedirects));
  }

  /** Somebody has touched or typed something since the way to the next screen began: after the key or click that began it. */
  protected isElsewhere = false;

  /** A new screen starts at its heading, for the eye and for a screen reader. A change of the query alone is the same screen. */
  private arrived(url: string): void {
    const path = url.split(/[?#]/)[0] ?? '';
    const first = this.path() === '';
    if (path === this.path()) return;
    this.path.set(path);
    // Whoever has gone on to something else while the screen came, such as the search box, is left there.
    if (!first) setTimeout(() => this.isElsewhere || this.skip());
  }

  /**
   * The same screen in another locality, or the first one there where it may not be seen. The page is loaded anew, so that
   * nothing of the place one leaves stays in memory; filters and ids are that place's and stay behind.
   */
  protected there({ slug, roles }: MyLocality): string {
    const here = this.path().split('/')[2];
    const item = navigation.find((one) => one.path === here);
    return item && may({ roles }, item.may) ? `/${slug}/${item.path}` : `/${slug}`;
  }

  protected skip(): void {
    const heading = this.main().nativeElement.querySelector<HTMLElement>('h1') ?? this.main().nativeElement;
    heading.tabIndex = -1;
    heading.focus();
  }

  protected find(words: string): void {
    if (words.trim() && this.here.slug()) void this.router.navigate(['/', this.here.slug(), 'search'], { queryParams: { text: words.trim() } });
  }

  protected async signOut(): Promise<void> {
    await this.api.ask(identityRoutes.signOut);
    this.me.forget();
    this.here.slug.set('');
    await this.router.navigate(['/sign-in']);
  }

  protected pressed(event: KeyboardEvent): void {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
      event.preventDefault();
      this.paletteOpen.set(this.me.locality() !== null);
      return;
    }
    const typing = event.target instanceof HTMLElement && (event.target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(event.target.tagName));
    if (typing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
    if (event.key === '/' && this.search()) {
      event.preventDefault();
      this.search()?.focus();
    }
    if (event.key === '?') this.keysOpen.set(true);
  }
}
