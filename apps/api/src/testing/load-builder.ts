import { LoadClock } from '../assessments/load-clock';
import type { Stage } from './stage';

/** What capacity says of actions is reckoned in the background; here it is at once. */
export const reckonedLoads = (stage: Stage): Promise<number> => stage.app.get(LoadClock).tick({ atOnce: true });
