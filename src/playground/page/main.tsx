import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import './theme.css';
import { connect } from './connection/client.js';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
connect();
createRoot(root).render(
  <StrictMode>
    <main>Substatus playground</main>
  </StrictMode>,
);
