// A toast leaves after ten seconds, unless it is pointed at, holds the focus or tells of a fault.
document.querySelectorAll(".toast:not(.toast--bad)").forEach((toast) => {
  const leave = () => (toast.matches(":hover, :focus-within") ? setTimeout(leave, 3000) : toast.remove());
  setTimeout(leave, 10000);
});
