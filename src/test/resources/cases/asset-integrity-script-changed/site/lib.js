function cartText(count) {
  return count + " things in your cart";
}
