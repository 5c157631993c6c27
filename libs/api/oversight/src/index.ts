export { OversightModule } from './oversight.module';
export { oversightSweeps } from './oversight.sweeps';
