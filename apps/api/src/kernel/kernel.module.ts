import { Global, Module } from '@nestjs/common';
import { Reads } from './reads';
import { Writes } from './writes';

@Global()
@Module({ providers: [Reads, Writes], exports: [Reads, Writes] })
export class KernelModule {}
