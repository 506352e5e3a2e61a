import { Module } from '@nestjs/common';
import { ProofController } from './proof.controller';
import { Proofs } from './proof';

@Module({ controllers: [ProofController], providers: [Proofs] })
export class ProofModule {}
