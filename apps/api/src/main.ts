import { setSourceMapsSupport } from 'node:module';
import { readEnv } from './env';

// Stack traces name our own lines. The maps of packages stay on disk: Node's flag would read them too, and hold 15 MB.
setSourceMapsSupport(true, { nodeModules: false, generatedCode: false });
const { makeServer } = await import('./server');

const env = readEnv(process.env);
const app = await makeServer(env);
await app.listen(env.port, env.host);
// Whoever started us waits for this; should they end without a word, so do we.
process.send?.('serving');
process.once('disconnect', () => void app.close().then(() => process.exit(0)));
