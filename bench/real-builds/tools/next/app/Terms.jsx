export default function Terms() {
  return <section>Bring the bicycle back clean, with both wheels, before the valley closes.</section>;
}
