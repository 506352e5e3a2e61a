import { words } from '../words';

/** The levels of a skill, from 1. */
export const LEVELS: readonly { readonly level: number; readonly label: string }[] = Object.entries(words.skillLevel).map(([level, label]) => ({ level: Number(level), label }));

export const levelName = (level: number): string => LEVELS.find((one) => one.level === level)?.label ?? '';
