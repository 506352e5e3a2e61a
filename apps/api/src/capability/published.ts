/** Who can do what, as facts of a larger statement, and what they come to. */
export { type HeldSkills, holdersOf } from './held';
export { postsEnding, skillsHeld } from './held.sql';
