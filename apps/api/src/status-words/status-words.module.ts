import { Module } from '@nestjs/common';
import { StatusWords } from './status-words';
import { StatusWordsController } from './status-words.controller';

@Module({ controllers: [StatusWordsController], providers: [StatusWords], exports: [StatusWords] })
export class StatusWordsModule {}
