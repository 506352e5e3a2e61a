import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { ENV, type Env } from '../env';

/** Connections as the identity role, which owns no data of any locality and sees none. */
@Injectable()
export class IdentityPool implements OnApplicationShutdown {
  readonly pool: Pool;

  constructor(@Inject(ENV) env: Env) {
    this.pool = new Pool({ connectionString: env.identityUrl, options: '-c search_path=identity', max: 5, application_name: 'followthrough identity' });
  }

  onApplicationShutdown(): Promise<void> {
    return this.pool.end();
  }
}
