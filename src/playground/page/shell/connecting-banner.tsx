import { useEffect, useState } from 'react';
import { useConnection } from '../connection/store.js';
import styles from './connecting-banner.module.css';

/** A connection that comes at once needs no banner. */
const patienceMs = 400;

/** Says so while the server is away; what was there stays readable. */
export function ConnectingBanner() {
  const isConnecting = useConnection(({ status }) => status === 'connecting');
  const [isLate, setIsLate] = useState(false);
  useEffect(() => {
    if (!isConnecting) return;
    const timer = setTimeout(() => setIsLate(true), patienceMs);
    return () => {
      clearTimeout(timer);
      setIsLate(false);
    };
  }, [isConnecting]);
  return (
    <div role="status" aria-label="Connection">
      {isConnecting && isLate ? <p className={styles.banner}>Connecting…</p> : null}
    </div>
  );
}
