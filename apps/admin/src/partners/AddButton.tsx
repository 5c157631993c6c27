import AddOutlined from '@mui/icons-material/AddOutlined';
import { Button } from '@mui/material';
import { useTranslate } from 'react-admin';
import { Link, type LinkProps } from 'react-router-dom';

interface AddButtonProps {
  /** Text key of what is added; said to those who do not see in which section the button stands. */
  what: string;
  onClick?: () => void;
  /** Where the form for it is, if it is a page of its own. */
  link?: Pick<LinkProps, 'to' | 'state'>;
}

/** Adds something to a section of a page. */
export function AddButton({ what, onClick, link }: AddButtonProps) {
  const translate = useTranslate();
  const words = translate('ra.action.add');
  const shared = { size: 'small', startIcon: <AddOutlined />, 'aria-label': `${words}: ${translate(what)}`, children: words } as const;
  return link ? <Button component={Link} {...link} {...shared} /> : <Button onClick={onClick} {...shared} />;
}
