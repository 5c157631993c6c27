import { ActivitiesModule } from '@mintforge/activities';
import { ConsentModule } from '@mintforge/consent';
import { IdentityModule } from '@mintforge/identity';
import { MatchingModule } from '@mintforge/matching';
import { OversightModule } from '@mintforge/oversight';
import { PartnersModule } from '@mintforge/partners';
import { PeopleModule } from '@mintforge/people';
import { PlatformModule, type Config } from '@mintforge/platform';
import { PrivacyModule } from '@mintforge/privacy';
import { ReportingModule } from '@mintforge/reporting';
import { Module, type DynamicModule } from '@nestjs/common';

/** The whole API: the platform and every feature. `works` = this process also works off jobs. */
@Module({})
export class AppModule {
  static forRoot(config: Config, { works }: { works: boolean }): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.forRoot(config, { works }), ...AppModule.features()] };
  }

  /** The feature modules, also what the schema printer reads. */
  static features() {
    return [IdentityModule, PartnersModule, PeopleModule, ConsentModule, ActivitiesModule, MatchingModule, PrivacyModule, OversightModule, ReportingModule];
  }
}
