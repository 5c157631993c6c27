import { Module } from '@nestjs/common';

/** Users, roles per region, sessions. */
@Module({})
export class IdentityModule {}
