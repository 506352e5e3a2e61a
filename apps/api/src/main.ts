import { readEnv } from './env';
import { makeServer } from './server';

const env = readEnv(process.env);
const app = await makeServer(env);
await app.listen(env.port, env.host);
// Whoever started us waits for this; should they end without a word, so do we.
process.send?.('serving');
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
