import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The tenant itself: its key is its id, and the transaction's context shows exactly one. */
@Entity('locality')
export class LocalityRow {
  @PrimaryColumn('uuid', { default: () => 'uuidv7()' }) id: string;
  @Column('integer', { default: 1 }) version: number;
  @Column('text') slug: string;
  @Column('text') name: string;
  @Column('text', { nullable: true }) accent: string | null;
  @Column('boolean', { default: false }) isDemo: boolean;
  @Column('timestamptz', { default: () => 'now()' }) createdAt: Date;
}
