import type { FrameworkItem } from '@followthrough/contracts';

/** Who answers for what it says: its publisher, or this locality, and on whose it is based then. */
export const whose = ({ shipped, provenance, publisher }: FrameworkItem): string => (shipped || provenance === 'own' ? publisher : `This locality’s own, based on what ${publisher} says`);
