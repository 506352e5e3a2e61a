import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { AnswerOf, BodyOf, ParamsOf, QueryOf, Route } from '@followthrough/contracts';
import { Here } from '../session/here';
import { addressOf, asked, type Query } from './address';
import { refusedBy } from './refused';

/** What a route is asked with. `locality` is filled in: it is the one whose screens are open. */
export interface Asking<R extends Route> {
  readonly params?: Omit<ParamsOf<R>, 'locality'> & { readonly locality?: string };
  readonly query?: Partial<QueryOf<R>>;
  readonly body?: BodyOf<R>;
  /** The deed's own key, where it may be done again after this tab is closed; otherwise one is made. */
  readonly key?: string;
  /** For routes that take a file. */
  readonly file?: File;
}

/** Between tries of a deed that got no answer, in milliseconds. */
const PAUSES = [400, 1_500];

/** The contract's routes over HTTP. Refusals are thrown as `Refused`. Screens read through `screen()` instead. */
@Injectable({ providedIn: 'root' })
export class Api {
  private readonly http = inject(HttpClient);
  private readonly here = inject(Here);
  /** Keys of deeds without an answer yet: doing the very same thing again replays it and never does it twice. */
  private readonly keys = new Map<string, string>();

  async ask<R extends Route>(route: R, asking: Asking<R> = {}): Promise<AnswerOf<R>> {
    const url = addressOf(route, { locality: this.here.slug(), ...(asking.params as Readonly<Record<string, string>> | undefined) });
    const deed = `${route.method} ${url} ${asking.file ? `${asking.file.name} ${asking.file.size} ${asking.file.lastModified}` : JSON.stringify(asking.body ?? null)}`;
    const key = asking.key ?? this.keys.get(deed) ?? crypto.randomUUID();
    this.keys.set(deed, key);
    for (let tries = 0; ; tries += 1) {
      try {
        const answer = await this.send(route, url, asking, key);
        this.keys.delete(deed);
        return answer;
      } catch (thrown) {
        const refused = refusedBy(thrown);
        const pause = PAUSES[tries];
        if (refused.problem.status !== 0 && refused.code !== 'unavailable') this.keys.delete(deed);
        if (refused.code !== 'unavailable' || pause === undefined) throw refused;
        await new Promise((resolve) => setTimeout(resolve, pause));
      }
    }
  }

  private async send<R extends Route>(route: R, url: string, asking: Asking<R>, key: string): Promise<AnswerOf<R>> {
    const body = asking.file ? filed(asking.file) : asking.body;
    const headers = route.method === 'GET' ? new HttpHeaders() : new HttpHeaders({ 'idempotency-key': key });
    return (await firstValueFrom(this.http.request(route.method, url, { body, headers, params: asked(asking.query as Query | undefined), responseType: 'json' }))) as AnswerOf<R>;
  }
}

function filed(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}
