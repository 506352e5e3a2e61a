import { Module } from '@nestjs/common';
import { Mail } from './mail';
import { MailController } from './mail.controller';
import { Postman } from './postman';

@Module({ controllers: [MailController], providers: [Mail, Postman], exports: [Mail] })
export class MailModule {}
