import { readEnv } from './env';
import { makeServer } from './server';

const env = readEnv(process.env);
const app = await makeServer(env);
await app.listen(env.port, env.host);
