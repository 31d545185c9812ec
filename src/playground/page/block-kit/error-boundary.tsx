import { Component, type ReactNode } from 'react';

interface ErrorBoundaryProps {
  /** What stands in the place of children that could not be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps a fault in one block from taking the page with it. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError(): { hasFailed: boolean } {
    return { hasFailed: true };
  }

  override componentDidUpdate(before: ErrorBoundaryProps): void {
    // New content gets a new chance.
    if (this.state.hasFailed && before.children !== this.props.children) this.setState({ hasFailed: false });
  }

  override render(): ReactNode {
    return this.state.hasFailed ? this.props.fallback : this.props.children;
  }
}
