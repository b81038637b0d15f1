import './style.css';

export const metadata = { title: 'Borrow a bicycle' };

export default function Layout({ children }) {
  return <html lang="en"><body>{children}</body></html>;
}
