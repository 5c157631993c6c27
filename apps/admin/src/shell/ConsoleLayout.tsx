import { DesignedPageError } from '@mintforge/ui-kit';
import { Layout, type LayoutProps } from 'react-admin';
import { ConfirmIdentity } from '../account/ConfirmIdentity';
import { LookingBanner } from '../oversight/LookingBanner';
import { SideBar } from './SideBar';
import { SideMenu } from './SideMenu';
import { TopBar } from './TopBar';

/** The frame around every page: bar on top, menu at the side, and a skip link before both. */
export const ConsoleLayout = ({ children }: LayoutProps) => (
  <Layout appBar={TopBar} menu={SideMenu} sidebar={SideBar} error={DesignedPageError} appBarAlwaysOn>
    <LookingBanner />
    {children}
    <ConfirmIdentity />
  </Layout>
);
