import { type ReactNode, useEffect } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { request } from '../connection/client.js';
import { useWorkspace } from '../connection/store.js';
import { classes } from '../controls/classes.js';
import { HomeTab } from '../home/home-tab.js';
import { reportFailure } from '../toasts/report.js';
import styles from './app-tabs.module.css';
import { go, type Route } from './route.js';

export interface AppTabsProps {
  channel: string;
  tab: Route['tab'];
  /** What the tab Messages shows. */
  children: ReactNode;
}

/** Home and Messages of the app's DM. The app is told which one was opened. */
export function AppTabs({ channel, tab, children }: AppTabsProps) {
  const home = useWorkspace((workspace) => workspace.home);
  useEffect(() => {
    request('openHome', { tab }).catch(reportFailure);
  }, [tab]);
  return (
    <Tabs
      className={classes(styles.app)}
      selectedKey={tab}
      onSelectionChange={(key) => go({ channel, tab: key === 'home' ? 'home' : 'messages' })}
    >
      <TabList aria-label="App" className={classes(styles.tabs)}>
        <Tab id="home" className={classes(styles.tab)}>
          Home
        </Tab>
        <Tab id="messages" className={classes(styles.tab)}>
          Messages
        </Tab>
      </TabList>
      <TabPanel id="home" className={classes(styles.home)}>
        <HomeTab view={home} />
      </TabPanel>
      <TabPanel id="messages" className={classes(styles.messages)}>
        {children}
      </TabPanel>
    </Tabs>
  );
}
