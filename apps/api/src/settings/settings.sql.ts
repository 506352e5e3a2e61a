import { LocalitySettings } from '@followthrough/contracts';
import { jsonRow } from '../kernel/select';
import { statement } from '../kernel/statement';

/** $1: whether the server is a demo. */
export const localitySettings = statement('settings.read', jsonRow(LocalitySettings, 'l', { isDemo: '$1::boolean' }, 'from locality l where l.id = current_locality()'));
