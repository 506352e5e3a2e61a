import { Module } from '@nestjs/common';
import { Reviews } from './reviews';
import { ReviewsController } from './reviews.controller';

@Module({ controllers: [ReviewsController], providers: [Reviews], exports: [Reviews] })
export class ReviewsModule {}
