import { darkTheme, lightTheme } from '@mintforge/ui-kit';
import { Admin, CustomRoutes, Resource } from 'react-admin';
import { BrowserRouter, Route } from 'react-router-dom';
import { i18nProvider, queryClient, store } from './connection';
import { authProvider, dataProvider } from './console';
import { AccountPage, accountPath } from './account/account';
import { SecondFactorPage, secondFactorPath } from './account/second-factor';
import { resources } from './resources';
import { ConsoleLayout } from './shell/ConsoleLayout';
import { AccessDeniedPage, NotFoundPage } from './shell/DeadEnds';
import { ForgotPage } from './sign-in/ForgotPage';
import { ResetPage } from './sign-in/ResetPage';
import { SignInPage } from './sign-in/SignInPage';
import { TodayPage } from './today/TodayPage';

// React-Admin 5 speaks React Router 6 as it is; saying so keeps the router from announcing version 7.
const asVersion6 = { v7_startTransition: false, v7_relativeSplatPath: false };

export const App = () => (
  <BrowserRouter basename="/admin" future={asVersion6}>
    <Admin
      title="mintforge"
      dataProvider={dataProvider}
      authProvider={authProvider}
      i18nProvider={i18nProvider}
      store={store}
      queryClient={queryClient}
      lightTheme={lightTheme}
      darkTheme={darkTheme}
      layout={ConsoleLayout}
      loginPage={SignInPage}
      dashboard={TodayPage}
      accessDenied={AccessDeniedPage}
      catchAll={NotFoundPage}
      requireAuth
      disableTelemetry
    >
      {Object.entries(resources).map(([name, { screens }]) => <Resource key={name} name={name} {...screens} />)}
      <CustomRoutes noLayout>
        <Route path="/password/forgot" element={<ForgotPage />} />
        <Route path="/password/reset" element={<ResetPage />} />
      </CustomRoutes>
      <CustomRoutes>
        <Route path={accountPath} element={<AccountPage />} />
        <Route path={secondFactorPath} element={<SecondFactorPage />} />
      </CustomRoutes>
    </Admin>
  </BrowserRouter>
);
