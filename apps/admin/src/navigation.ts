import ApartmentOutlined from '@mui/icons-material/ApartmentOutlined';
import AccountTreeOutlined from '@mui/icons-material/AccountTreeOutlined';
import AssignmentOutlined from '@mui/icons-material/AssignmentOutlined';
import AutoDeleteOutlined from '@mui/icons-material/AutoDeleteOutlined';
import CalendarMonthOutlined from '@mui/icons-material/CalendarMonthOutlined';
import CasinoOutlined from '@mui/icons-material/CasinoOutlined';
import CrisisAlertOutlined from '@mui/icons-material/CrisisAlertOutlined';
import ContactMailOutlined from '@mui/icons-material/ContactMailOutlined';
import ContentCopyOutlined from '@mui/icons-material/ContentCopyOutlined';
import DocumentScannerOutlined from '@mui/icons-material/DocumentScannerOutlined';
import EmergencyOutlined from '@mui/icons-material/EmergencyOutlined';
import DrawOutlined from '@mui/icons-material/DrawOutlined';
import FactCheckOutlined from '@mui/icons-material/FactCheckOutlined';
import GppMaybeOutlined from '@mui/icons-material/GppMaybeOutlined';
import GroupsOutlined from '@mui/icons-material/GroupsOutlined';
import HandshakeOutlined from '@mui/icons-material/HandshakeOutlined';
import HowToRegOutlined from '@mui/icons-material/HowToRegOutlined';
import InventoryOutlined from '@mui/icons-material/InventoryOutlined';
import ManageAccountsOutlined from '@mui/icons-material/ManageAccountsOutlined';
import MailOutlined from '@mui/icons-material/MailOutlined';
import NotificationsActiveOutlined from '@mui/icons-material/NotificationsActiveOutlined';
import PersonOutlined from '@mui/icons-material/PersonOutlined';
import PolicyOutlined from '@mui/icons-material/PolicyOutlined';
import RuleOutlined from '@mui/icons-material/RuleOutlined';
import ScienceOutlined from '@mui/icons-material/ScienceOutlined';
import ScheduleOutlined from '@mui/icons-material/ScheduleOutlined';
import SyncOutlined from '@mui/icons-material/SyncOutlined';
import SyncProblemOutlined from '@mui/icons-material/SyncProblemOutlined';
import TaskAltOutlined from '@mui/icons-material/TaskAltOutlined';
import UploadFileOutlined from '@mui/icons-material/UploadFileOutlined';
import type { ComponentType } from 'react';

interface Entry {
  /** The resource it opens; shown when that is registered and the role may read it. */
  resource: string;
  Icon: ComponentType;
}

/** The menu below "today", in the order the year goes; titles are `app.menu.<key>`. */
export const navigation: { key: string; entries: Entry[] }[] = [
  {
    key: 'network',
    entries: [
      { resource: 'organisations', Icon: ApartmentOutlined },
      { resource: 'needs', Icon: AssignmentOutlined },
      { resource: 'offers', Icon: HandshakeOutlined },
      { resource: 'duplicates', Icon: ContentCopyOutlined },
      { resource: 'imports', Icon: UploadFileOutlined },
    ],
  },
  { key: 'plan', entries: [{ resource: 'activities', Icon: ScienceOutlined }, { resource: 'calendar', Icon: CalendarMonthOutlined }] },
  { key: 'pupils', entries: [{ resource: 'groups', Icon: GroupsOutlined }, { resource: 'pupils', Icon: PersonOutlined }, { resource: 'consents', Icon: HowToRegOutlined }, { resource: 'disputes', Icon: SyncProblemOutlined }, { resource: 'paper-intake', Icon: DocumentScannerOutlined }, { resource: 'paper-checks', Icon: RuleOutlined }, { resource: 'consent-chase', Icon: NotificationsActiveOutlined }, { resource: 'purposes', Icon: PolicyOutlined }, { resource: 'signer-rules', Icon: DrawOutlined }] },
  { key: 'matching', entries: [{ resource: 'rounds', Icon: CasinoOutlined }, { resource: 'working-time', Icon: ScheduleOutlined }] },
  { key: 'privacy', entries: [{ resource: 'requests', Icon: ContactMailOutlined }, { resource: 'retention', Icon: AutoDeleteOutlined }, { resource: 'vault', Icon: InventoryOutlined }, { resource: 'data-map', Icon: AccountTreeOutlined }, { resource: 'breaches', Icon: CrisisAlertOutlined }] },
  {
    key: 'administration',
    entries: [
      { resource: 'tasks', Icon: TaskAltOutlined },
      { resource: 'users', Icon: ManageAccountsOutlined },
      { resource: 'audit', Icon: FactCheckOutlined },
      { resource: 'security-alerts', Icon: GppMaybeOutlined },
      { resource: 'break-glass', Icon: EmergencyOutlined },
      { resource: 'jobs', Icon: SyncOutlined },
      { resource: 'mailbox', Icon: MailOutlined },
    ],
  },
];
