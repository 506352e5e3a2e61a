import { createMetadataKey, MetadataReducer } from '@angular/forms/signals';

/** What a form says of a field, so that a template need not: its label, hint, limits and whether it may stay empty. */
export interface FieldShape {
  readonly label: string;
  readonly hint?: string;
  readonly max?: number;
  readonly min?: number;
  readonly places?: number;
  readonly mayBeEmpty: boolean;
  readonly words?: readonly string[];
}

export const FIELD_SHAPE = /* @__PURE__ */ createMetadataKey(/* @__PURE__ */ MetadataReducer.override<FieldShape>());
