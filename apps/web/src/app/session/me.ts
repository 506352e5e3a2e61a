import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { type Deed, identityRoutes, type MyLocality, type Session } from '@followthrough/contracts';
import { may } from '@followthrough/domain/access';
import { addressOf } from '../api/address';
import { Here } from './here';

const nobody: Session = { user: null, localities: [] };

/** Who is signed in, where they belong and what they may do here. Buttons ask the same `may` as the server's guard. */
@Injectable({ providedIn: 'root' })
export class Me {
  private readonly http = inject(HttpClient);
  private readonly here = inject(Here);
  private readonly session = signal<Session | undefined>(undefined);
  private asking: Promise<Session> | undefined;

  readonly user = computed(() => this.session()?.user ?? null);
  readonly localities = computed(() => this.session()?.localities ?? []);
  readonly locality = computed(() => this.localities().find((one) => one.slug === this.here.slug()) ?? null);
  readonly personId = computed(() => this.locality()?.personId ?? null);
  readonly roles = computed(() => this.locality()?.roles ?? []);

  may(deed: Deed): boolean {
    return may({ roles: this.roles() }, deed);
  }

  /** The session as the server has it, asked once. */
  known(): Promise<Session> {
    const known = this.session();
    if (known) return Promise.resolve(known);
    return (this.asking ??= firstValueFrom(this.http.get<Session>(addressOf(identityRoutes.session, {})))
      .then((session) => this.become(session))
      .finally(() => (this.asking = undefined)));
  }

  /** Signing in and out answer with the new session. */
  become(session: Session): Session {
    this.session.set(session);
    return session;
  }

  /** The locality was renamed or coloured at this browser: the frame follows at once. */
  rename({ slug, name, accent }: Pick<MyLocality, 'slug' | 'name' | 'accent'>): void {
    this.session.update((session) => session && { ...session, localities: session.localities.map((one) => (one.slug === slug ? { ...one, name, accent } : one)) });
  }

  /** Nobody any more, as far as this browser knows; the next screen asks again. */
  forget(): void {
    this.become(nobody);
    this.session.set(undefined);
  }
}
