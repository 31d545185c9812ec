import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.css';
import { connect } from './connection/client.js';
import { Shell } from './shell/shell.js';
import { applyTheme } from './shell/theme.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
applyTheme();
connect();
createRoot(root).render(
  <StrictMode>
    <Shell />
  </StrictMode>,
);
