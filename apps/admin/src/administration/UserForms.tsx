import PersonAddOutlined from '@mui/icons-material/PersonAddOutlined';
import { Typography } from '@mui/material';
import { mayGrant, roles } from '@mintforge/domain/kernel';
import { locales, useSignedIn } from '@mintforge/ui-kit';
import { Create, Edit, email, maxLength, required, SaveButton, SelectInput, SimpleForm, TextInput, Toolbar, useTranslate } from 'react-admin';
import { session } from '../connection';

const nameRules = [required(), maxLength(200)];
const emailRules = [required(), email()];
const must = required();
const localeChoices = locales.map(({ locale, name }) => ({ id: locale, name }));

const NameInput = () => <TextInput source="displayName" label="app.administration.users.field.name" validate={nameRules} autoComplete="off" helperText={false} />;
const LocaleInput = () => <SelectInput source="locale" label="app.administration.users.field.locale" choices={localeChoices} translateChoice={false} validate={must} helperText={false} />;

/** Invites somebody into the active region with a role one may hand out oneself. */
export function UserInvite() {
  const translate = useTranslate();
  const role = useSignedIn(session)?.active.role;
  const choices = roles.filter((other) => role && mayGrant(role, other)).map((id) => ({ id, name: `${translate(`app.roles.${id}`)}: ${translate(`app.administration.users.role_hint.${id}`)}` }));
  return (
    <Create title="app.administration.users.invite_title">
      <SimpleForm defaultValues={{ locale: 'de' }} sx={{ maxWidth: 640 }} toolbar={<Toolbar><SaveButton label="app.administration.users.invite" icon={<PersonAddOutlined />} alwaysEnable /></Toolbar>}>
        <Typography color="textSecondary">{translate('app.administration.users.empty_hint')} {translate('app.administration.users.invite_hint')}</Typography>
        <TextInput source="email" type="email" label="app.administration.users.field.email" validate={emailRules} autoComplete="off" helperText={false} />
        <NameInput />
        <SelectInput source="role" label="app.administration.users.field.role" choices={choices} translateChoice={false} validate={must} helperText={false} />
        <LocaleInput />
      </SimpleForm>
    </Create>
  );
}

/** Name and language; the address is the account itself, and roles are given and taken one by one. */
export const UserEdit = () => (
  <Edit>
    <SimpleForm sx={{ maxWidth: 640 }} toolbar={<Toolbar><SaveButton /></Toolbar>}>
      <NameInput />
      <LocaleInput />
    </SimpleForm>
  </Edit>
);
