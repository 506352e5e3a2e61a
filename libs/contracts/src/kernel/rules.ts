import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsNumber, IsString, Matches, Max, MaxLength, Min, MinLength, ValidateBy, ValidateIf, ValidateNested, type ValidationOptions } from 'class-validator';
import type { Shape } from './shape';

/** Codes a refused field can carry; the docs list them. */
export const fieldCodes = ['required', 'wrong_type', 'too_long', 'too_short', 'too_many', 'too_small', 'too_large', 'not_allowed', 'malformed', 'unknown_field', 'repeated', 'rule'] as const;
export type FieldCode = (typeof fieldCodes)[number];

type Rule = (prototype: object, key: string) => void;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})$/;

/** True for a real day between 1900 and 2199: `2026-02-30` is not one. */
export function isCalendarDate(value: unknown): boolean {
  if (typeof value !== 'string' || !/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const day = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value);
}

const NOT_STORABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g;

/** Text that PostgreSQL and XML can both hold: no NUL or other control characters, no lone surrogates. */
export const isStorable = (value: unknown): boolean => typeof value === 'string' && value === storable(value);

/** The text without what cannot be stored, which shows as nothing elsewhere too. */
export const storable = (text: string): string => text.replace(NOT_STORABLE, '').toWellFormed();

const fitsJson = (value: unknown): boolean => {
  try {
    const text = JSON.stringify(value);
    return text !== undefined && text.length <= 100_000 && text.isWellFormed() && !text.includes('\\u0000');
  } catch {
    return false;
  }
};

/** Adds to a property the class-validator rules that its shape asks for. Each refusal says its code in `context`. */
export function applyRules(prototype: object, key: string, shape: Shape): void {
  const each = shape.many !== undefined;
  const say = (code: FieldCode, sentence: string): ValidationOptions => ({ each, message: `${shape.label} ${sentence}`, context: { code } });
  const by = (name: string, code: FieldCode, sentence: string, holds: (value: unknown) => boolean): Rule =>
    ValidateBy({ name, validator: { validate: holds } }, say(code, sentence));
  const add = (...rules: Rule[]) => rules.forEach((rule) => rule(prototype, key));

  if (shape.nullable || shape.optional)
    add(ValidateIf((_, value: unknown) => !((shape.nullable && value === null) || (shape.optional && value === undefined))));
  if (each)
    add(
      IsArray({ message: `${shape.label} must be a list`, context: { code: 'wrong_type' } }),
      ArrayMaxSize(shape.many ?? 0, { message: `${shape.label} can hold at most ${shape.many}`, context: { code: 'too_many' } }),
    );

  switch (shape.kind) {
    case 'text':
      add(IsString(say('wrong_type', 'must be text')), by('storable', 'malformed', 'has characters that cannot be stored', isStorable));
      add(MaxLength(shape.max ?? 200, say('too_long', `must be ${(shape.max ?? 200).toLocaleString('en-GB')} characters or fewer`)));
      add(MinLength(shape.min ?? 1, say((shape.min ?? 1) > 1 ? 'too_short' : 'required', (shape.min ?? 1) > 1 ? `must be ${shape.min} characters or more` : 'is needed')));
      if (shape.pattern) add(Matches(shape.pattern, say('malformed', `must be ${shape.patternSays ?? 'in the form shown'}`)));
      return;
    case 'id':
      return add(by('id', 'malformed', 'is not one that we know', (value) => typeof value === 'string' && UUID.test(value)));
    case 'date':
      return add(by('date', 'malformed', 'must be a real date, like 2026-11-21', isCalendarDate));
    case 'month':
      return add(by('month', 'malformed', 'must be a month, like 2026-11', (value) => isCalendarDate(`${String(value)}-01`)));
    case 'instant':
      return add(by('instant', 'malformed', 'must be a date and time', (value) => typeof value === 'string' && INSTANT.test(value) && !Number.isNaN(Date.parse(value))));
    case 'number':
      add(IsNumber({ maxDecimalPlaces: shape.places ?? 0 }, say('wrong_type', shape.places ? `must be a number with at most ${shape.places} decimal places` : 'must be a whole number')));
      if (shape.min !== undefined) add(Min(shape.min, say('too_small', `must be ${shape.min} or more`)));
      if (shape.max !== undefined) add(Max(shape.max, say('too_large', `must be ${shape.max.toLocaleString('en-GB')} or less`)));
      return;
    case 'flag':
      return add(IsBoolean(say('wrong_type', 'must be true or false')));
    case 'word':
      return add(IsIn([...(shape.words ?? [])], say('not_allowed', `must be one of: ${(shape.words ?? []).join(', ')}`)));
    case 'object':
      return add(by('present', 'required', 'is needed', (value) => typeof value === 'object' && value !== null), ValidateNested(say('wrong_type', 'is not in the form expected')));
    case 'json':
      return add(by('json', 'malformed', 'is too large or cannot be stored', fitsJson));
  }
}
