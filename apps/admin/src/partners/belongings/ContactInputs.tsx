import { email, maxLength, required, TextInput } from 'react-admin';

const nameRules = [required(), maxLength(200)];
const emailRules = [email()];

/** A person's details, for a new contact, a known one and whoever takes over; `prefix` leads to where they stand in the form. */
export const ContactInputs = ({ prefix = '' }: { prefix?: string }) => (
  <>
    <TextInput source={`${prefix}name`} label="resources.contacts.fields.name" validate={nameRules} helperText={false} />
    <TextInput source={`${prefix}function`} label="resources.contacts.fields.function" helperText={false} />
    <TextInput source={`${prefix}email`} label="resources.contacts.fields.email" type="email" validate={emailRules} helperText={false} />
    <TextInput source={`${prefix}phone`} label="resources.contacts.fields.phone" type="tel" helperText={false} />
  </>
);
