import './terms.css';

export default function Terms() {
  return <section className="terms-text">Bring the bicycle back clean, with both wheels.</section>;
}
