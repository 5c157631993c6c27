export { DayField, IdField, IdsField, IntField, ManyOf, OneOf, TextField } from '@mintforge/platform';
