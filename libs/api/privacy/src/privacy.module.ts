import { ConsentModule } from '@mintforge/consent';
import { PeopleModule } from '@mintforge/people';
import { Module } from '@nestjs/common';

/** Rights of the people whose data we hold, how long we hold them, and the record of what we do with them. */
@Module({ imports: [PeopleModule, ConsentModule] })
export class PrivacyModule {}
