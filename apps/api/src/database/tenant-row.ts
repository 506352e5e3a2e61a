import { Column, PrimaryColumn } from 'typeorm';

/** What every tenant's row has. The locality comes from the transaction's context, the id from PostgreSQL. */
export abstract class TenantRow {
  @PrimaryColumn('uuid', { default: () => 'current_locality()' }) localityId: string;
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
}

/** A row that people edit: its version counts every change, by trigger. */
export abstract class EditableRow extends TenantRow {
  @Column('integer', { default: 1 }) version: number;
}
