import { Controller } from '@nestjs/common';
import { routes } from '@followthrough/contracts';
import { Ask, type Asked, Serves } from '../kernel/asked';
import { Proofs } from './proof';

const { read } = routes.proof;

@Controller()
export class ProofController {
  constructor(private readonly proofs: Proofs) {}

  @Serves(read)
  read(@Ask() asked: Asked<typeof read>): Promise<string> {
    return this.proofs.read(asked);
  }
}
