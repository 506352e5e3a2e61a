import { inject, Injectable } from '@angular/core';
import { type UpdateDesk, updateRoutes } from '@followthrough/contracts';
import { Api } from '../api/api';
import { Me } from '../session/me';

/** So many are read ahead: about as many as are reported between two stations. */
const AHEAD = 3;

/** The desks of the next updates owed, read while there is a connection, so that going on needs none. */
@Injectable({ providedIn: 'root' })
export class DesksAhead {
  private readonly api = inject(Api);
  private readonly me = inject(Me);
  private readonly held = new Map<string, UpdateDesk>();
  private whose: string | null = null;

  async read(ids: readonly string[]): Promise<void> {
    this.forgetOthers();
    for (const id of ids.slice(0, AHEAD).filter((one) => !this.held.has(one))) {
      try {
        this.held.set(id, await this.api.ask(updateRoutes.desk, { params: { id } }));
      } catch {
        // Without it the screen says that there is no connection, and reads it when there is.
        return;
      }
    }
  }

  get(id: string): UpdateDesk | undefined {
    this.forgetOthers();
    return this.held.get(id);
  }

  /** Reported: it is owed no more, and what was read before is out of date. */
  done(id: string): void {
    this.held.delete(id);
    for (const [other, desk] of this.held) this.held.set(other, { ...desk, owed: desk.owed.filter((one) => one.id !== id) });
  }

  private forgetOthers(): void {
    if (this.whose === this.me.personId()) return;
    this.held.clear();
    this.whose = this.me.personId();
  }
}
